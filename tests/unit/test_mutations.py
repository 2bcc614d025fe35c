"""One change at a time to the fixture site, and exactly the lines it must give."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.check import check
from tests.helpers.projects import copy_of_fixture

PRACTICE = "docs/practices/wave-to-a-neighbor.md"
ARTICLE = "docs/articles/why-wave.md"
STUDY = "data/studies/lark2020.yml"
CLAIM = "data/claims/small-lift.yml"
RIPPLE = "data/ripples/wave.yml"
HELPLINES = "data/helplines/zz.yml"
SEARCH = "data/search.yml"
DANGER = "data/danger.yml"
WEEKS = "data/weeks.yml"
MONTHS = "data/months.yml"
ADDRESSES = "data/addresses.yml"


@dataclass(frozen=True)
class Mutation:
    """Replace `find` by `replace` in `file`, or make the file where `find` is None."""

    name: str
    file: str
    find: str | None
    replace: str
    problems: tuple[str, ...]

    def apply(self, root: Path) -> None:
        path = root / self.file
        if self.find is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.replace, "utf-8")
            return
        text = path.read_text("utf-8")
        assert self.find in text, f"the fixture no longer holds {self.find!r}"
        path.write_text(text.replace(self.find, self.replace, 1), "utf-8")


MUTATIONS = (
    Mutation(
        "a number as text",
        PRACTICE,
        "minutes: 1",
        'minutes: "1"',
        (PRACTICE + ":5: `minutes` must be a whole number, without quotes",),
    ),
    Mutation(
        "a text as number",
        PRACTICE,
        "title: Wave to a neighbor",
        "title: 7",
        (PRACTICE + ":2: `title` must be text; put it in quotes if it is a number or a date",),
    ),
    Mutation(
        "a list as word",
        PRACTICE,
        "tags: [lonely]",
        "tags: lonely",
        (PRACTICE + ":4: `tags` must be a list, such as [first, second]",),
    ),
    Mutation(
        "a word as list",
        PRACTICE,
        "effort: low",
        "effort: [low]",
        (PRACTICE + ":6: `effort` must be text; put it in quotes if it is a number or a date",),
    ),
    Mutation(
        "a decimal",
        PRACTICE,
        "minutes: 1",
        "minutes: 1.5",
        (PRACTICE + ":5: `minutes` must be a whole number, without quotes",),
    ),
    Mutation(
        "too small",
        PRACTICE,
        "minutes: 1",
        "minutes: 0",
        (PRACTICE + ":5: `minutes` must be at least 1",),
    ),
    Mutation(
        "too large",
        PRACTICE,
        "minutes: 1",
        "minutes: 999",
        (PRACTICE + ":5: `minutes` must be at most 180",),
    ),
    Mutation(
        "a date as text",
        PRACTICE,
        "reviewed: 2026-11-22",
        'reviewed: "2026-11-22"',
        (PRACTICE + ":14: `reviewed` must be a day such as 2026-11-22, without quotes",),
    ),
    Mutation(
        "a date with a time",
        PRACTICE,
        "reviewed: 2026-11-22",
        "reviewed: 2026-11-22 10:00",
        (
            PRACTICE
            + ':14: put "2026-11-22 10:00" in quotes; without them YAML reads something else',
        ),
    ),
    Mutation(
        "an impossible date",
        PRACTICE,
        "reviewed: 2026-11-22",
        "reviewed: 2026-02-30",
        (PRACTICE + ":14: found the day 2026-02-30, which no calendar has; correct it",),
    ),
    Mutation(
        "no value",
        PRACTICE,
        "effort: low",
        "effort:",
        (PRACTICE + ":6: `effort` has no value; write one or leave the key out",),
    ),
    Mutation(
        "an empty text",
        PRACTICE,
        "summary: Lift a hand to somebody you see, to feel a little closer.",
        'summary: ""',
        (PRACTICE + ":3: `summary`: the text is empty; write it or leave the key out",),
    ),
    Mutation(
        "text for true or false",
        "data/studies/wren2010.yml",
        "background: true",
        'background: "true"',
        ("data/studies/wren2010.yml:14: `background` must be true or false, without quotes",),
    ),
    Mutation(
        "a mapping for text",
        STUDY,
        "finding: Waving made people feel a bit better.",
        "finding: {a: b}",
        (STUDY + ":17: `finding` must be text; put it in quotes if it is a number or a date",),
    ),
    Mutation(
        "too few entries",
        RIPPLE,
        "    basis: [experience]\n",
        "    basis: []\n",
        (RIPPLE + ":13: `effects, entry 2, basis` needs at least 1 entry",),
    ),
    Mutation(
        "a long title",
        PRACTICE,
        "title: Wave to a neighbor",
        "title: Wave to a neighbor who walks past you",
        (
            PRACTICE
            + ":2: `title`: the title has more than six words; a practice is named by a short verb phrase",
        ),
    ),
    Mutation(
        "a summary of two lines",
        PRACTICE,
        "summary: Lift a hand to somebody you see, to feel a little closer.",
        "summary: Lift a hand",
        (PRACTICE + ":3: `summary`: write one sentence that ends with a full stop",),
    ),
    Mutation(
        "an address without https",
        HELPLINES,
        "url: https://example.org/\n",
        "url: http://example.org/\n",
        (
            HELPLINES
            + ":25: `lines, entry 1, url`: `http://example.org/` does not have the form this key needs; write a whole address that begins with https://",
        ),
    ),
    Mutation(
        "letters to dial",
        HELPLINES,
        'dial: "0800123"',
        'dial: "0800ABC"',
        (
            HELPLINES
            + ":17: `lines, entry 1, phone, entry 1, dial`: `0800ABC` does not have the form this key needs; write digits only, in quotes",
        ),
    ),
    Mutation(
        "a web address as DOI",
        STUDY,
        "DOI: 10.1234/example.2020",
        "DOI: https://doi.org/10.1234/example.2020",
        (
            STUDY
            + ":12: `DOI`: `https://doi.org/10.1234/example.2020` does not have the form this key needs; write a DOI alone, such as 10.1093/scan/nsac068",
        ),
    ),
    Mutation(
        "an unknown key",
        STUDY,
        "issued: 2020",
        "isued: 2020",
        (STUDY + ":7: `isued` is not a known key; did you mean `issued`?",),
    ),
    Mutation(
        "a missing key",
        STUDY,
        "limits: Nobody was followed for more than a day.\n",
        "",
        (STUDY + ":1: `limits` is missing; add it",),
    ),
    Mutation(
        "a missing key in a list",
        RIPPLE,
        "    whom: one other\n",
        "",
        (RIPPLE + ":9: `effects, entry 2, whom` is missing; add it",),
    ),
    Mutation(
        "an unknown key in a list",
        RIPPLE,
        "    whom: one other\n",
        "    who: one other\n",
        (RIPPLE + ":10: `who` is not a known key; did you mean `whom`?",),
    ),
    Mutation(
        "a key of the builder",
        PRACTICE,
        "effort: low",
        "effort: low\nrender_macros: false",
        (
            PRACTICE
            + ":7: `render_macros` is not a known key; known are: title, summary, published, reviewed, changes, tags, minutes, effort, hard, often, direction, people, possible, claims, words",
        ),
    ),
    Mutation(
        "a template in front matter",
        PRACTICE,
        "effort: low",
        "effort: low\ntemplate: other.html",
        (
            PRACTICE
            + ":7: `template` is not a known key; known are: title, summary, published, reviewed, changes, tags, minutes, effort, hard, often, direction, people, possible, claims, words",
        ),
    ),
    Mutation(
        "an unknown key in terms",
        "data/terms.yml",
        "ways:",
        "wayz:",
        ("data/terms.yml:39: `wayz` is not a known key; did you mean `ways`?",),
    ),
    Mutation(
        "an unknown key in .meta.yml",
        "docs/practices/.meta.yml",
        "search:",
        "hide:",
        ("docs/practices/.meta.yml:1: `hide` is not a known key; known are: search",),
    ),
    Mutation(
        "an unknown study",
        CLAIM,
        "supports: [lark2020]",
        "supports: [lark2002]",
        (
            CLAIM
            + ":6: `supports, entry 1`: there is no study `lark2002`; did you mean `lark2020`?",
        ),
    ),
    Mutation(
        "an unknown claim",
        PRACTICE,
        "claims: [small-lift]",
        "claims: [smal-lift]",
        (
            PRACTICE
            + ":12: `claims, entry 1`: there is no claim `smal-lift`; did you mean `small-lift`?",
        ),
    ),
    Mutation(
        "an unknown basis",
        RIPPLE,
        "basis: [experience, small-lift]",
        "basis: [experiense]",
        (
            RIPPLE
            + ":18: `effects, entry 3, basis, entry 1`: there is no claim `experiense`; did you mean `experience`? (name a claim, or write experience)",
        ),
    ),
    Mutation(
        "an unknown need",
        PRACTICE,
        "tags: [lonely]",
        "tags: [lonley]",
        (
            PRACTICE
            + ":4: `tags, entry 1`: `lonley` is not one of `needs` in data/terms.yml; did you mean `lonely`?",
        ),
    ),
    Mutation(
        "an unknown word far from all",
        PRACTICE,
        "effort: low",
        "effort: enormous",
        (
            PRACTICE
            + ":6: `effort`: `enormous` is not one of `efforts` in data/terms.yml; use one of: high, low",
        ),
    ),
    Mutation(
        "an unknown footnote",
        PRACTICE,
        "[^lark2020]",
        "[^lark2021]",
        (PRACTICE + ":35: [^lark2021]: there is no study `lark2021`; did you mean `lark2020`?",),
    ),
    Mutation(
        "a withdrawn footnote",
        PRACTICE,
        "[^lark2020]",
        "[^finch1999]",
        (PRACTICE + ":35: [^finch1999] was withdrawn on 2001-02-03; cite another study",),
    ),
    Mutation(
        "a footnote written by hand",
        PRACTICE,
        "## What is not known",
        "[^lark2020]: My own text\n\n## What is not known",
        (
            PRACTICE
            + ":43: delete the text of [^lark2020]; it comes from data/studies/lark2020.yml",
        ),
    ),
    Mutation(
        "a withdrawn study behind a claim",
        CLAIM,
        "supports: [lark2020]",
        "supports: [finch1999]",
        (CLAIM + ":6: `finch1999` was withdrawn on 2001-02-03; name another study",),
    ),
    Mutation(
        "a background study as support",
        CLAIM,
        "supports: [lark2020]\nqualifies: [wren2010]",
        "supports: [wren2010]",
        (CLAIM + ":6: `wren2010` is background, without a result; move it to `qualifies`",),
    ),
    Mutation(
        "a study on two sides",
        CLAIM,
        "qualifies: [wren2010]",
        "qualifies: [lark2020]",
        (CLAIM + ":1: study `lark2020` is named twice; a study stands on one side of a claim",),
    ),
    Mutation(
        "a grade without studies",
        "data/claims/magic.yml",
        "grade: unsupported",
        "grade: strong",
        ("data/claims/magic.yml:1: grade `strong` needs at least one study beside it",),
    ),
    Mutation(
        "an unsupported basis",
        RIPPLE,
        "basis: [experience, small-lift]",
        "basis: [magic]",
        (RIPPLE + ":18: claim `magic` is unsupported; write experience, or another claim",),
    ),
    Mutation(
        "a ratio of nothing",
        STUDY,
        "value: 0.5",
        "value: 0.0",
        (STUDY + ":28: `sizes, entry 2`: a ratio is 0.01 or more; 1 is no difference",),
    ),
    Mutation(
        "a size that no picture holds",
        STUDY,
        "value: 0.28",
        "value: 280.0",
        (STUDY + ":24: `sizes, entry 1, value` must be at most 20.0",),
    ),
    Mutation(
        "a word twice in a list",
        PRACTICE,
        "tags: [lonely]",
        "tags: [lonely, lonely]",
        (PRACTICE + ":2: `lonely` stands in `tags` twice; keep one",),
    ),
    Mutation(
        "experience twice",
        RIPPLE,
        "basis: [experience]",
        "basis: [experience, experience]",
        (RIPPLE + ":9: `effects, entry 2`: `experience` stands in `basis` twice; keep one",),
    ),
    Mutation(
        "a claim named experience",
        "data/claims/experience.yml",
        None,
        "statement: So.\ngrade: limited\nwhy: So.\nwording: So.\nsupports: [lark2020]\n",
        ("data/claims/experience.yml:1: `experience` is the word for no claim; rename the file",),
    ),
    Mutation(
        "an id of the frame",
        "data/acts.yml",
        "wave:",
        "rp-search:",
        (
            "data/acts.yml:1: `rp-search`: an id does not begin with rp-, word-, use-;"
            " choose another",
            MONTHS + ":8: `gentle, days, 2`: there is no act `wave`",
        ),
    ),
    Mutation(
        "a glossary word that is a number",
        "data/glossary.yml",
        "word: wave",
        'word: "1"',
        (
            "data/glossary.yml:2: `wave, word`:"
            " `1`: a word here is letters, with spaces, hyphens and straight '",
        ),
    ),
    Mutation(
        "two words with one address",
        "data/terms.yml",
        "  outdoors: Under the sky.",
        "  outdoors: Under the sky.\n  Outdoors: Also.",
        (
            "data/terms.yml:56: `themes`: `outdoors` and another word would have the same address; change one",
        ),
    ),
    Mutation(
        "the same call twice",
        ARTICLE,
        "## Try this",
        '{{ ripple_table("wave") }}\n\n## Try this',
        (ARTICLE + ":20: the same `ripple_table` stands on this page twice; keep one",),
    ),
    Mutation(
        "too many effects in one ring",
        RIPPLE,
        "effects:",
        "effects:\n"
        + "  - {effect: So., whom: you, when: at once, way: helpful, basis: [experience]}\n" * 6,
        (RIPPLE + ":1: 8 effects fall on `you`; the picture has room for 7",),
    ),
    Mutation(
        "a practice on an unsupported claim alone",
        PRACTICE,
        "claims: [small-lift]",
        "claims: [magic]",
        (PRACTICE + ":12: a practice rests on at least one claim that is supported; name one",),
    ),
    Mutation(
        "no harmful effect",
        RIPPLE,
        "way: harmful",
        "way: helpful",
        (RIPPLE + ":1: no effect is harmful; add what this can cost, it keeps the table honest",),
    ),
    Mutation(
        "a faulty study does not blame its users",
        STUDY,
        "design: randomized trial",
        "design: poll",
        (
            STUDY
            + ":13: `design`: `poll` is not one of `designs` in data/terms.yml; use one of: randomized trial, theory",
        ),
    ),
    Mutation(
        "an unquoted no",
        HELPLINES,
        "hours: Every day\n    cost",
        "hours: no\n    cost",
        (HELPLINES + ':22: put "no" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "an unquoted on",
        HELPLINES,
        "cost: Free",
        "cost: on",
        (HELPLINES + ':23: put "on" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "a time of day",
        STUDY,
        'volume: "12"',
        "volume: 1:30",
        (STUDY + ':9: put "1:30" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "leading zeros",
        HELPLINES,
        'number: "112"',
        "number: 0112",
        (HELPLINES + ':4: put "0112" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "an underscore in a number",
        STUDY,
        "participants: 1200",
        "participants: 1_200",
        (STUDY + ':14: put "1_200" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "an exponent",
        STUDY,
        "participants: 1200",
        "participants: 1e3",
        (STUDY + ':14: put "1e3" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "a key given twice",
        STUDY,
        "issued: 2020",
        "issued: 2020\nissued: 2021",
        (STUDY + ":8: `issued` is given twice; keep one",),
    ),
    Mutation(
        "an anchor",
        STUDY,
        "population: Made-up people in a made-up town.\nresult: The made-up people felt a made-up lift.",
        "population: &p Made-up people.\nresult: *p",
        (STUDY + ":15: found an anchor (& and *); write the value out",),
    ),
    Mutation(
        "a tag that would run",
        STUDY,
        "finding: Waving made people feel a bit better.",
        "finding: !!python/object/apply:os.system [date]",
        (
            STUDY
            + ":17: found a tag (tag:yaml.org,2002:python/object/apply:os.system); write the value without it",
        ),
    ),
    Mutation(
        "a merge key",
        STUDY,
        "issued: 2020",
        "issued: 2020\n<<: {a: b}",
        (STUDY + ":8: found a key that is not a plain word",),
    ),
    Mutation(
        "a tab",
        STUDY,
        "  - family: Lark",
        "\t- family: Lark",
        (
            STUDY + ":3: not YAML: a tab, or a sign such as @, % or `, begins a value;"
            " use spaces, or put it in quotes",
        ),
    ),
    Mutation(
        "a colon in plain text",
        STUDY,
        "finding: Waving made people",
        "finding: Waving: made people",
        (
            STUDY + ":17: not YAML: a colon and a space stand inside a value, or a line is"
            " indented by accident; put the value in quotes",
        ),
    ),
    Mutation(
        "a list for a file",
        "data/claims/magic.yml",
        "statement: Waving heals.\n",
        "- statement: Waving heals.\n",
        (
            "data/claims/magic.yml:2: not YAML: the indentation changes within a list; line it up,"
            " and begin each entry with a dash",
        ),
    ),
    Mutation(
        "no front matter",
        "docs/help.md",
        "---\ntitle: Help now\nsummary: Numbers to call.\n---\n",
        "Note: this is lost\n",
        (
            "docs/help.md:1: no front matter; begin the page with a line ---, then title and summary, then ---",
        ),
    ),
    Mutation(
        "front matter that does not end",
        "docs/help.md",
        "summary: Numbers to call.\n---\n",
        "summary: Numbers to call.\n",
        (
            "docs/help.md:1: no front matter; begin the page with a line ---, then title and summary, then ---",
        ),
    ),
    Mutation(
        "broken front matter",
        PRACTICE,
        "tags: [lonely]",
        "tags: [lonely",
        (PRACTICE + ":4: not YAML: a list in brackets does not end; close it with ]",),
    ),
    Mutation(
        "an invisible character",
        PRACTICE,
        "Look up.",
        "Look\u202e up.",
        (PRACTICE + ":21: an invisible sign; delete it",),
    ),
    Mutation(
        "a title used twice",
        "docs/practices/sit-for-a-minute.md",
        "title: Sit for a minute",
        "title: wave to a Neighbor",
        (
            "docs/practices/wave-to-a-neighbor.md:2: the title `Wave to a neighbor` is also that of docs/practices/sit-for-a-minute.md; change one of them",
        ),
    ),
    Mutation(
        "a summary used twice",
        "docs/articles/index.md",
        "summary: Things to understand.",
        "summary: Things to do.",
        (
            "docs/practices/index.md:3: the summary `Things to do.` is also that of docs/articles/index.md; change one of them",
        ),
    ),
    Mutation(
        "a missing part",
        PRACTICE,
        "## Not today",
        "## Not now",
        (PRACTICE + ":17: the part `## Not today` is missing; did you mean `Not now`?",),
    ),
    Mutation(
        "a part twice",
        PRACTICE,
        "## What is not known",
        "## Not today",
        (
            PRACTICE + ":17: the part `## What is not known` is missing",
            PRACTICE + ":43: the part `## Not today` is there twice; keep one",
        ),
    ),
    Mutation(
        "too few steps",
        PRACTICE,
        "3. Walk on.\n",
        "",
        (
            PRACTICE
            + ":19: there are 2 steps; a practice has 3 to 7, each on a line that begins 1., 2., …",
        ),
    ),
    Mutation(
        "a second title",
        "docs/index.md",
        "Read [how",
        "# Example\n\nRead [how",
        (
            "docs/index.md:6: `# Example` is a second title; the page has one from its front matter; write ## Example",
        ),
    ),
    Mutation(
        "a missing call",
        PRACTICE,
        "{{ related_list() }}\n",
        "",
        (PRACTICE + ":17: {{ related_list() }} is missing; put it alone on a line",),
    ),
    Mutation(
        "a call in the wrong place",
        "docs/help.md",
        "{{ helpline_list() }}",
        "{{ helpline_list() }}\n\n{{ byline() }}",
        ("docs/help.md:8: `byline` belongs in the pages of docs/articles only",),
    ),
    Mutation(
        "a reviewed date before the published one",
        ARTICLE,
        "reviewed: 2026-11-22",
        "reviewed: 2026-11-19",
        (ARTICLE + ":2: `reviewed` is before `published`; one of the two dates is wrong",),
    ),
    Mutation(
        "a limit without the care card",
        ARTICLE,
        "category: Basics",
        "category: Limits",
        (ARTICLE + ":4: an article on `Limits` needs {{ care_card() }} near its top",),
    ),
    Mutation(
        "a hard word without the care card",
        "docs/index.md",
        "Read [how",
        "On suicide, read [how",
        (
            "docs/index.md:6: the page speaks of `suicide` without help beside it; put {{ care_card() }} near its top",
        ),
    ),
    Mutation(
        "a wording rule",
        "docs/index.md",
        "Read [how",
        "Just do it. Read [how",
        (
            "docs/index.md:6: `Just do it`: It makes hard things sound easy. Better: try it if you like (rule just-do-it)",
        ),
    ),
    Mutation(
        "a wording rule in data",
        CLAIM,
        "why: One small trial points this way.",
        "why: One small trial says just do it.",
        (
            CLAIM
            + ":3: `just do it`: It makes hard things sound easy. Better: try it if you like (rule just-do-it)",
        ),
    ),
    Mutation(
        "an exception no longer needed",
        "docs/index.md",
        "Read [how",
        "<!-- wording: just-do-it: quoted -->\nRead [how",
        (
            "docs/index.md:6: the exception for `just-do-it` is no longer needed; delete the comment",
        ),
    ),
    Mutation(
        "a link to no file",
        "docs/index.md",
        "practices/wave-to-a-neighbor.md",
        "practices/wave-to-a-neighbour.md",
        (
            "docs/index.md:6: `practices/wave-to-a-neighbour.md` leads to no file of docs; did you mean `practices/wave-to-a-neighbor.md`?",
        ),
    ),
    Mutation(
        "an address of a script",
        "docs/index.md",
        "[help](help.md)",
        "[help](javascript:alert)",
        (
            "docs/index.md:6: `javascript:alert` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "an address of a script in disguise",
        "docs/index.md",
        "[help](help.md)",
        "[help](&#106;avascript&#58;alert)",
        (
            "docs/index.md:6: `javascript:alert` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "an unsafe address by reference",
        "docs/index.md",
        "[help](help.md)",
        "[help][x]\n\n[x]: http://example.org/",
        ("docs/index.md:8: write the address where the link stands: [text](address)",),
    ),
    Mutation(
        "an address of another host without a scheme",
        "docs/index.md",
        "[help](help.md)",
        "[help](//example.org/x)",
        (
            "docs/index.md:6: `//example.org/x` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "an address from the root",
        "docs/index.md",
        "[help](help.md)",
        "[help](/help.md)",
        (
            "docs/index.md:6: `/help.md` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "an image from elsewhere",
        ARTICLE,
        "(../assets/rings.svg)",
        "(https://example.org/rings.svg)",
        (
            ARTICLE
            + ":16: `https://example.org/rings.svg` is not in the repository; put the image in docs/assets",
        ),
    ),
    Mutation(
        "an image without words",
        ARTICLE,
        "![Two rings]",
        "![]",
        (ARTICLE + ":16: the image has no description; write ![what it shows](…)",),
    ),
    Mutation(
        "a script in a drawing",
        "docs/assets/rings.svg",
        "<circle",
        "<script>alert(1)</script><circle",
        ("docs/assets/rings.svg:2: the element `script` is not allowed in a drawing",),
    ),
    Mutation(
        "a handler in a drawing",
        "docs/assets/rings.svg",
        'r="1"',
        'r="1" onload="alert(1)"',
        ("docs/assets/rings.svg:2: the attribute `onload` is not allowed in a drawing",),
    ),
    Mutation(
        "a drawing that fetches",
        "docs/assets/rings.svg",
        'r="1"',
        'r="1" fill="url(https://example.org/x)"',
        ("docs/assets/rings.svg:2: `fill` refers to something outside the drawing; remove it",),
    ),
    Mutation(
        "an entity in a drawing",
        "docs/assets/rings.svg",
        "<svg",
        '<!DOCTYPE svg [<!ENTITY x "y">]><svg',
        (
            "docs/assets/rings.svg:1: only shapes and words are allowed in a drawing; remove declarations and instructions",
        ),
    ),
    Mutation(
        "a command",
        "docs/index.md",
        "Read [how",
        '{{ cycler.__init__.__globals__.os.popen("id").read() }} [how',
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a variable",
        "docs/index.md",
        "Read [how",
        "{{ config }} [how",
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a filter",
        "docs/index.md",
        "Read [how",
        '{{ "x" | upper }} [how',
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a block",
        "docs/index.md",
        "Read [how",
        "{% for x in y %}{% endfor %} [how",
        ("docs/index.md:6: `{%` is not allowed; pages hold text and calls only",),
    ),
    Mutation(
        "a raw block",
        "docs/index.md",
        "Read [how",
        "{% raw %}{{ x }}{% endraw %} [how",
        ("docs/index.md:6: `{% raw %}` is not allowed; pages hold text and calls only",),
    ),
    Mutation(
        "a comment of Jinja",
        "docs/index.md",
        "Read [how",
        "{# hidden #} [how",
        (
            "docs/index.md:6: {# opens a Jinja comment; write { #anchor } with a space, or <!-- … -->",
        ),
    ),
    Mutation(
        "an anchor that opens a comment",
        ARTICLE,
        "{ #try-it }",
        "{#try-it}",
        (
            ARTICLE
            + ":22: the braces do not close or are not a call (Missing end of comment tag); write { #anchor } with a space",
        ),
    ),
    Mutation(
        "braces that do not close",
        "docs/index.md",
        "Read [how",
        "{{ pause(5) [how",
        (
            "docs/index.md:6: the braces do not close or are not a call (expected token ',', got 'to'); see the reference of macros",
        ),
    ),
    Mutation(
        "an argument that is a call",
        "docs/index.md",
        "Read [how",
        "{{ pause(pause(5)) }} [how",
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a call of an attribute",
        "docs/index.md",
        "Read [how",
        '{{ env.macro("x") }} [how',
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "arguments unpacked",
        "docs/index.md",
        "Read [how",
        "{{ pause(*[5]) }} [how",
        (
            "docs/index.md:6: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "whitespace control",
        "docs/index.md",
        "Read [how",
        "{{- pause(5) -}} [how",
        (
            "docs/index.md:6: `-}}` is not allowed; write {{ and }} without a sign",
            "docs/index.md:6: `{{-` is not allowed; write {{ and }} without a sign",
        ),
    ),
    Mutation(
        "a call in a title",
        "docs/index.md",
        "title: Example",
        'title: "{{ config.site_name }}"',
        ("docs/index.md:2: braces are not allowed here; write it in words",),
    ),
    Mutation(
        "a call in .meta.yml",
        "docs/practices/.meta.yml",
        "search:\n  boost: 2",
        'template: "{{ x }}"',
        ("docs/practices/.meta.yml:1: `template` is not a known key; known are: search",),
    ),
    Mutation(
        "a call in data",
        CLAIM,
        "why: One small trial points this way.",
        'why: "{{ config }}"',
        (CLAIM + ":3: `why`: braces are not allowed here; write it in words",),
    ),
    Mutation(
        "an unknown call",
        PRACTICE,
        "{{ claim_card(",
        "{{ claim_cart(",
        (PRACTICE + ":37: there is no call `claim_cart`; did you mean `claim_card`?",),
    ),
    Mutation(
        "an unknown id in a call",
        ARTICLE,
        'ripple_table("wave")',
        'ripple_table("wafe")',
        (ARTICLE + ":18: `ripple_table`: `id`: there is no ripple `wafe`; did you mean `wave`?",),
    ),
    Mutation(
        "a wrong type in a call",
        PRACTICE,
        "pause(5)",
        'pause("5")',
        (PRACTICE + ":22: `pause`: `seconds` must be a whole number, without quotes",),
    ),
    Mutation(
        "a missing argument",
        ARTICLE,
        'ripple_table("wave")',
        "ripple_table()",
        (ARTICLE + ":18: `ripple_table` takes these arguments: id",),
    ),
    Mutation(
        "a block call inside a sentence",
        "docs/help.md",
        "{{ helpline_list() }}",
        "See {{ helpline_list() }}",
        ("docs/help.md:6: `helpline_list` must stand alone on its line, at the very beginning",),
    ),
    Mutation(
        "a script",
        "docs/index.md",
        "Read [how",
        "<script>alert(1)</script> [how",
        (
            "docs/index.md:6: raw HTML (`</script>`) is not allowed; write Markdown, or the sign in words",
            "docs/index.md:6: raw HTML (`<script>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a frame across lines",
        "docs/index.md",
        "Read [how",
        "<iframe\nsrc=x> [how",
        (
            "docs/index.md:6: raw HTML (`<iframe`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a closing tag",
        "docs/index.md",
        "Read [how",
        "</article> [how",
        (
            "docs/index.md:6: raw HTML (`</article>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "an address in angles",
        "docs/index.md",
        "Read [how",
        "<https://example.org/> [how",
        (
            "docs/index.md:6: raw HTML (`<https://example.org/>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a tag inside a comment",
        "docs/index.md",
        "Read [how",
        "<!-- > <img src=x> --> [how",
        (
            "docs/index.md:6: raw HTML (`<!--`) is not allowed; write Markdown, or the sign in words",
            "docs/index.md:6: raw HTML (`<img`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a declaration",
        "docs/index.md",
        "Read [how",
        "<!DOCTYPE html> [how",
        (
            "docs/index.md:6: raw HTML (`<!DOCTYPE`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a tag through a call",
        "docs/index.md",
        "Read [how",
        "<{{ pause(5) }} [how",
        (
            "docs/index.md:6: raw HTML (`<\ufffc`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a handler in an attribute list",
        "docs/index.md",
        "[help](help.md)",
        "[help](help.md){ onclick=alert(1) }",
        (
            "docs/index.md:6: `{ onclick=alert(1) }` is not allowed; in single braces only an id or a class may stand, such as { #anchor }",
        ),
    ),
    Mutation(
        "a style in an attribute list",
        "docs/index.md",
        "[help](help.md)",
        '[help](help.md){ .a style="color:red" }',
        (
            'docs/index.md:6: `{ .a style="color:red" }` is not allowed; in single braces only an id or a class may stand, such as { #anchor }',
        ),
    ),
    Mutation(
        "an inclusion",
        "docs/index.md",
        "Read [how",
        '--8<-- "data/terms.yml"\n[how',
        ("docs/index.md:6: `--8<--` would include another file; remove it",),
    ),
    Mutation(
        "HTML in data",
        HELPLINES,
        "operator: Example Charity\n    kind: listening\n    audience: Anyone\n    phone:\n      - number: 0800 123",
        "operator: <b>Example</b>\n    kind: listening\n    audience: Anyone\n    phone:\n      - number: 0800 123",
        (
            HELPLINES
            + ":12: `lines, entry 1, operator`: raw HTML (`<b>`) is not allowed; write Markdown, or the sign in words; raw HTML (`</b>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "HTML in a title",
        "docs/index.md",
        "title: Example",
        "title: <b>Example</b>",
        (
            "docs/index.md:2: `title`: raw HTML (`<b>`) is not allowed; write Markdown, or the sign in words; raw HTML (`</b>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a name that is no id",
        "data/claims/Big_Lift.yml",
        None,
        "statement: Waving heals.\ngrade: unsupported\nwhy: Nothing tests it.\nwording: Some say so.\n",
        (
            "data/claims/Big_Lift.yml:1: name the file in small letters, digits and hyphens, like-this",
        ),
    ),
    Mutation(
        "a file that is nobody's",
        "data/claim/x.yml",
        None,
        "a: b\n",
        ("data/claim/x.yml:1: no record belongs here; check the folder and the ending",),
    ),
    Mutation(
        "HTML beside pages",
        "docs/page.html",
        None,
        "<script>alert(1)</script>\n",
        ("docs/page.html:1: no record belongs here; check the folder and the ending",),
    ),
    Mutation(
        "a wrong ending",
        "data/studies/x.yaml",
        None,
        "a: b\n",
        ("data/studies/x.yaml:1: no record belongs here; check the folder and the ending",),
    ),
    Mutation(
        "no way to reach a line",
        HELPLINES,
        '    phone:\n      - number: 0800 555\n        dial: "0800555"\n',
        "",
        (
            HELPLINES
            + ":44: `lines, entry 3`: no way to reach this line; give phone, text, whatsapp or chat",
        ),
    ),
    Mutation(
        "a title underlined",
        "docs/index.md",
        "Read [how",
        "Example\n=======\n\nRead [how",
        (
            "docs/index.md:6: `# Example` is a second title; the page has one from its front matter; write ## Example",
        ),
    ),
    Mutation(
        "dates of a line in the wrong order",
        HELPLINES,
        "expires: 2020-05-22",
        "expires: 2019-05-22",
        (
            HELPLINES
            + ":30: `lines, entry 2`: `expires` is not after `checked`; one of the two dates is wrong",
        ),
    ),
    Mutation(
        "a rule that misses its example",
        "data/language.yml",
        "matches: [Just do it now]",
        "matches: [Do it now]",
        ("data/language.yml:1: `just-do-it`: the pattern does not find its example `Do it now`",),
    ),
    Mutation(
        "a rule that is no expression",
        "data/language.yml",
        "pattern: \\bjust do it\\b",
        "pattern: \\b(just",
        (
            "data/language.yml:2: `just-do-it, pattern`: the pattern is not an RE2 expression: missing ): \\b(just",
        ),
    ),
    Mutation(
        "a date that has passed",
        HELPLINES,
        "expires: 2099-05-22",
        "expires: 2026-10-08",
        (),
    ),
    Mutation(
        "a review long ago",
        PRACTICE,
        "reviewed: 2026-11-22",
        "reviewed: 2009-11-22",
        (),
    ),
    Mutation(
        "a link to a script in a study's volume",
        STUDY,
        'volume: "12"',
        'volume: "[x](javascript:alert)"',
        (
            STUDY
            + ":9: `volume`: `[x](javascript:alert)` does not have the form this key needs; write plain letters, digits and hyphens",
        ),
    ),
    Mutation(
        "a word that is HTML",
        "data/terms.yml",
        "  angry: Something",
        '  "<b>angry</b>": Something',
        (
            "data/terms.yml:3: `<b>angry</b>` cannot be a word or an id here;"
            " use plain letters and hyphens",
            "docs/practices/sit-for-a-minute.md:4: `tags, entry 1`: `angry` is not one of `needs` in"
            " data/terms.yml; use one of: <b>angry</b>, lonely",
        ),
    ),
    Mutation(
        "an id that is no id",
        "data/acts.yml",
        "wave:\n",
        "Wave Now:\n",
        (
            "data/acts.yml:1: `Wave Now` cannot be a word or an id here;"
            " use plain letters and hyphens",
            MONTHS + ":8: `gentle, days, 2`: there is no act `wave`",
        ),
    ),
    Mutation(
        "front matter that ends with dots",
        "docs/help.md",
        "---\ntitle: Help now\nsummary: Numbers to call.\n---\n\n{{ helpline_list() }}\n",
        '---\ntitle: Help now\nsummary: Numbers to call.\n...\n# {{ cycler.__init__.__globals__.os.popen("touch ran").read() }}\n---\n\nText\n',
        (
            "docs/help.md:1: no front matter; begin the page with a line ---, then title and summary, then ---",
            "docs/help.md:5: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "front matter at the end of the file",
        "docs/help.md",
        "---\ntitle: Help now\nsummary: Numbers to call.\n---\n\n{{ helpline_list() }}\n",
        '---\n# {{ cycler.__init__.__globals__.os.popen("touch ran").read() }}\ntitle: Help now\nsummary: Numbers to call.\n---',
        (
            "docs/help.md:1: no front matter; begin the page with a line ---, then title and summary, then ---",
            "docs/help.md:2: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a call in a comment of front matter",
        "docs/help.md",
        "title: Help now\n",
        '# {{ cycler.__init__.__globals__.os.popen("touch ran").read() }}\ntitle: Help now\n',
        ("docs/help.md:2: braces are not allowed here; write it in words",),
    ),
    Mutation(
        "a tag on a key",
        "docs/help.md",
        "title: Help now\n",
        "!!seq title: Help now\n",
        (
            "docs/help.md:2: begin with a key and a colon, or with spaces; no tabs",
            "docs/help.md:2: found a tag (tag:yaml.org,2002:seq); write the value without it",
        ),
    ),
    Mutation(
        "a tag on a value",
        "docs/help.md",
        "title: Help now\n",
        "title: !!seq Help now\n",
        ("docs/help.md:2: found a tag (tag:yaml.org,2002:seq); write the value without it",),
    ),
    Mutation(
        "a number that builders read otherwise",
        "docs/index.md",
        "title: Example",
        "title: 1_0.5",
        ('docs/index.md:2: put "1_0.5" in quotes; without them YAML reads something else',),
    ),
    Mutation(
        "a link in an address",
        HELPLINES,
        "url: https://example.org/\n",
        "url: https://example.org/)[click](javascript:alert(1)\n",
        (
            HELPLINES
            + ":25: `lines, entry 1, url`: `https://example.org/)[click](javascript:alert(1)` does not have the form this key needs; write a whole address that begins with https://",
        ),
    ),
    Mutation(
        "an attribute in an address",
        HELPLINES,
        "chat: https://example.org/chat",
        "chat: https://a.b/[x](onmouseover=alert(1)//)",
        (
            HELPLINES
            + ":21: `lines, entry 1, chat`: `https://a.b/[x](onmouseover=alert(1)//)` does not have the form this key needs; write a whole address that begins with https://",
        ),
    ),
    Mutation(
        "a handler in a volume",
        STUDY,
        'volume: "12"',
        'volume: "*a*{ onclick=alert(1) }"',
        (
            STUDY
            + ":9: `volume`: `*a*{ onclick=alert(1) }` does not have the form this key needs; write plain letters, digits and hyphens",
        ),
    ),
    Mutation(
        "a link in two halves",
        STUDY,
        'issue: "3"',
        'issue: "javascript:alert%281%29"',
        (
            STUDY
            + ":10: `issue`: `javascript:alert%281%29` does not have the form this key needs; write plain letters, digits and hyphens",
        ),
    ),
    Mutation(
        "a DOI with a link",
        STUDY,
        "DOI: 10.1234/example.2020",
        "DOI: 10.1234/x[y](z)",
        (
            STUDY
            + ":12: `DOI`: `10.1234/x[y](z)` does not have the form this key needs; write a DOI alone, such as 10.1093/scan/nsac068",
        ),
    ),
    Mutation(
        "a handler in a word",
        "data/terms.yml",
        "  angry: Something",
        '  "*a*{ onclick=alert(1) }": Something',
        (
            "data/terms.yml:3: `*a*{ onclick=alert(1) }` cannot be a word or an id here; use plain letters and hyphens",
            "docs/practices/sit-for-a-minute.md:4: `tags, entry 1`: `angry` is not one of `needs` in data/terms.yml; use one of: *a*{ onclick=alert(1) }, lonely",
        ),
    ),
    Mutation(
        "an escaped control character",
        CLAIM,
        "why: One small trial points this way.",
        'why: "One [x]\\x02(javascript:alert(1))"',
        (CLAIM + ":3: found an invisible sign; delete it",),
    ),
    Mutation(
        "a template for a folder",
        "docs/practices/.meta.yml",
        "search:\n  boost: 2",
        "template: redirect.html",
        ("docs/practices/.meta.yml:1: `template` is not a known key; known are: search",),
    ),
    Mutation(
        "a call in a comment",
        PRACTICE,
        "Stay in.",
        "<!-- {{ pause(5) }} --> Stay in.",
        (PRACTICE + ":31: raw HTML (`<!--`) is not allowed; write Markdown, or the sign in words",),
    ),
    Mutation(
        "a call in code",
        PRACTICE,
        "Stay in.",
        '```\n{{ claim_card("small-lift") }}\n```\n\nStay in.',
        (PRACTICE + ":32: a call within code would not be shown; take it out of the code",),
    ),
    Mutation(
        "a call in an attribute list",
        PRACTICE,
        "## Not today",
        "## Not today { .x{{ pause(1) }} }",
        (
            "docs/practices/wave-to-a-neighbor.md:29: `{ .x￼ }` is not allowed; in single braces only an id or a class may stand, such as { #anchor }",
        ),
    ),
    Mutation(
        "a mail address in angles",
        "docs/index.md",
        "Read [how",
        "<1@example.org> [how",
        (
            "docs/index.md:6: raw HTML (`<1@example.org>`) is not allowed; write Markdown, or the sign in words",
        ),
    ),
    Mutation(
        "a footnote in data",
        STUDY,
        "limits: Nobody was followed for more than a day.",
        'limits: "One. [^wren2010]: Forged"',
        (STUDY + ":18: `limits`: `[^` is for pages only; write it in words",),
    ),
    Mutation(
        "a relative link in data",
        CLAIM,
        "why: One small trial points this way.",
        'why: "See [x](nowhere.md)."',
        (CLAIM + ":3: `why`: a link in data is [text](https://…), without a title; no images",),
    ),
    Mutation(
        "a link with a title in data",
        CLAIM,
        "why: One small trial points this way.",
        'why: See [x](https://example.org "y").',
        (CLAIM + ":3: `why`: a link in data is [text](https://…), without a title; no images",),
    ),
    Mutation(
        "an entity in data",
        CLAIM,
        "why: One small trial points this way.",
        "why: One &lt; two.",
        (CLAIM + ":3: `why`: `&lt;` is for pages only; write it in words",),
    ),
    Mutation(
        "code with options",
        "docs/index.md",
        "Read [how",
        "```{ .python }\nx\n```\n\nRead [how",
        ("docs/index.md:6: a block of code begins with ``` and at most the name of a language",),
    ),
    Mutation(
        "a second title without a space",
        "docs/index.md",
        "Read [how",
        "#Example\n\nRead [how",
        (
            "docs/index.md:6: `# Example` is a second title; the page has one from its front matter; write ## Example",
        ),
    ),
    Mutation(
        "a second title in a quotation",
        "docs/index.md",
        "Read [how",
        "> # Example\n\nRead [how",
        (
            "docs/index.md:6: `# Example` is a second title; the page has one from its front matter; write ## Example",
        ),
    ),
    Mutation(
        "a second title after a lone fence",
        "docs/index.md",
        "Read [how",
        "```\n\n# Example\n\nRead [how",
        ("docs/index.md:6: this block of code does not end; close it with ```",),
    ),
    Mutation(
        "a title with signs of Markdown",
        "docs/index.md",
        "title: Example",
        "title: An *example*",
        ("docs/index.md:2: `title`: `*` would be shown as it is; write plain words",),
    ),
    Mutation(
        "a number without end",
        STUDY,
        "participants: 1200",
        "participants: " + "9" * 40,
        (
            STUDY
            + ':14: put "9999999999999999999999999999999999999999" in quotes; without them YAML reads something else',
        ),
    ),
    Mutation(
        "a day beyond all days",
        ARTICLE,
        "reviewed: 2026-11-22",
        "reviewed: 9999-12-31",
        (ARTICLE + ":8: `reviewed` must be at most 2100-12-31",),
    ),
    Mutation(
        "lists within lists",
        CLAIM,
        "avoid: Waving makes you happy.",
        "avoid: " + "[" * 9 + "]" * 9,
        (CLAIM + ":5: lists within lists without end; write it flat",),
    ),
    Mutation(
        "a line without end",
        "docs/index.md",
        "Read [how",
        "x" * 2001 + " [how",
        ("docs/index.md:6: the line is too long or too deep; break it up",),
    ),
    Mutation(
        "a file without end",
        "docs/index.md",
        "Read [how",
        ("x" * 1000 + "\n") * 201 + "[how",
        ("docs/index.md:1: the file is larger than 60,000 bytes; split it",),
    ),
    Mutation(
        "brackets without end",
        "docs/index.md",
        "Read [how",
        "[" * 101 + "\nRead [how",
        ("docs/index.md:6: the line is too long or too deep; break it up",),
    ),
    Mutation(
        "a declaration in a drawing",
        "docs/assets/rings.svg",
        "<svg",
        '<?xml version="1.0" encoding="utf-7"?><svg',
        (
            "docs/assets/rings.svg:1: only shapes and words are allowed in a drawing; remove declarations and instructions",
        ),
    ),
    Mutation(
        "a pattern that finds nothing",
        "data/language.yml",
        "pattern: \\bjust do it\\b",
        "pattern: (just do it)*",
        (
            "data/language.yml:2: `just-do-it, pattern`: the pattern finds even an empty text; make it say more",
        ),
    ),
    Mutation(
        "a surrogate in a call",
        PRACTICE,
        'claim_card("small-lift")',
        'claim_card("\\ud800")',
        (
            PRACTICE
            + ":37: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "a folder with a sign",
        'docs/articles/a"b/x.md',
        None,
        "---\ntitle: X\nsummary: Y.\n---\n",
        ('docs/articles/a"b/x.md:1: a name holds letters, digits, hyphens and dots; rename it',),
    ),
    Mutation(
        "a terms file that is a folder",
        "data/terms.yml2/x.yml",
        None,
        "a: b\n",
        ("data/terms.yml2/x.yml:1: no record belongs here; check the folder and the ending",),
    ),
    Mutation(
        "a care card hidden in code",
        "docs/index.md",
        "Read [how",
        "On suicide.\n\n~~~\na\n```\n{{ care_card() }}\n~~~\n\nRead [how",
        ("docs/index.md:11: a call within code would not be shown; take it out of the code",),
    ),
    Mutation(
        "a number that dials another",
        HELPLINES,
        'dial: "0800123"',
        'dial: "0900123"',
        (
            HELPLINES
            + ":16: `lines, entry 1, phone, entry 1`: `number` and `dial` differ; both must be the same digits",
        ),
    ),
    Mutation(
        "a code in a number",
        HELPLINES,
        'dial: "0800123"',
        'dial: "*21*0800123#"',
        (
            HELPLINES
            + ":17: `lines, entry 1, phone, entry 1, dial`: `*21*0800123#` does not have the form this key needs; write digits only, in quotes",
        ),
    ),
    Mutation(
        "a code in a link to call",
        "docs/index.md",
        "[help](help.md)",
        "[112](tel:*21*09001)",
        (
            "docs/index.md:6: `tel:*21*09001` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "a rule too large",
        "data/language.yml",
        "pattern: \\bjust do it\\b",
        "pattern: 'x\\pL{200}y|just do it'",
        (
            "data/language.yml:2: `just-do-it, pattern`: the pattern is too long or repeats too much; make it smaller",
        ),
    ),
    Mutation(
        "a keyword given twice",
        PRACTICE,
        "pause(5)",
        "pause(seconds=5, seconds=6)",
        (
            PRACTICE
            + ":22: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}",
        ),
    ),
    Mutation(
        "an id of the frame",
        "docs/index.md",
        "Read [how",
        "## There { #rp-search }\n\nRead [how",
        (
            "docs/index.md:6: `{ #rp-search }` is not allowed; in single braces only an id or a class may stand, such as { #anchor }",
        ),
    ),
    Mutation(
        "a week that no year has",
        WEEKS,
        "\n52:",
        "\n60:",
        (
            WEEKS + ":1: week 52 is missing; a year has 52 weeks",
            WEEKS + ":2: a second week of high effort in a row; put a gentler one between",
            WEEKS + ":2: the practice of week 51 again; 1 or more must lie between",
            WEEKS + ":154: `60` is not a week; write a number from 1 to 52",
        ),
    ),
    Mutation(
        "a week on an unknown practice",
        WEEKS,
        "practice: wave-to-a-neighbor",
        "practice: wave-to-a-neighbour",
        (
            WEEKS
            + ":5: `2, practice`: there is no practice `wave-to-a-neighbour`; did you mean `wave-to-a-neighbor`?",
        ),
    ),
    Mutation(
        "a reason that is not a sentence",
        WEEKS,
        "why: A chair is near.",
        "why: A chair",
        (WEEKS + ":3: `1, why`: write one sentence that ends with a full stop",),
    ),
    Mutation(
        "a practice out of turn",
        WEEKS,
        "40:\n  practice: wave-to-a-neighbor",
        "40:\n  practice: sit-for-a-minute",
        (
            WEEKS + ":119: a second week of high effort in a row; put a gentler one between",
            WEEKS + ":119: the practice of week 39 again; 1 or more must lie between",
            WEEKS + ":122: a second week of high effort in a row; put a gentler one between",
            WEEKS + ":122: more than 2 weeks in a row are inward; take turns",
            WEEKS + ":122: the practice of week 40 again; 1 or more must lie between",
        ),
    ),
    Mutation(
        "strong feelings at the turn of the year",
        "docs/practices/sit-for-a-minute.md",
        "often: now and then",
        "often: now and then\nhard: [emotional]",
        (
            WEEKS + ":2: this may bring up strong feelings; keep it away from the turn of the year",
            WEEKS
            + ":152: this may bring up strong feelings; keep it away from the turn of the year",
        ),
    ),
    Mutation(
        "a day that no month has",
        MONTHS,
        "    2: wave",
        "    31: wave",
        (
            MONTHS
            + ":8: `gentle, days, 31`: `31` is not a day of these months; write a number from 1 to 30",
        ),
    ),
    Mutation(
        "an act on two days",
        MONTHS,
        "    2: wave",
        "    2: wave\n    4: wave",
        (MONTHS + ":9: `wave` stands on day 2 already; keep one",),
    ),
    Mutation(
        "an unknown act on a day",
        MONTHS,
        "    2: wave",
        "    2: wafe",
        (MONTHS + ":8: `gentle, days, 2`: there is no act `wafe`; did you mean `wave`?",),
    ),
    Mutation(
        "days without rest",
        MONTHS,
        "    2: wave",
        "    2: wave\n    3: wave",
        (
            MONTHS + ":8: 2 days in a row have something on them; this month allows 1",
            MONTHS + ":9: `wave` stands on day 2 already; keep one",
        ),
    ),
    Mutation(
        "too few acts for yourself",
        MONTHS,
        "yourself: 0",
        "yourself: 1",
        (MONTHS + ":6: 0 acts are for yourself; there must be 1",),
    ),
    Mutation(
        "an act that takes more than its month allows",
        "data/acts.yml",
        "effort: low",
        "effort: high",
        (MONTHS + ":8: this act takes high energy; this month allows less",),
    ),
    Mutation(
        "an act that costs more than its month allows",
        "data/acts.yml",
        "cost: free",
        "cost: low",
        (MONTHS + ":8: the cost of this act is `low`; this month allows less",),
    ),
    Mutation(
        "an act that cannot be done as its month says",
        MONTHS,
        "  run: 1",
        "  possible: [lying down]\n  run: 1",
        (MONTHS + ":9: this act is not possible lying down",),
    ),
    Mutation(
        "an act with a note of care on a sheet",
        "data/acts.yml",
        "  tags: [lonely]",
        "  tags: [lonely]\n  safety: Mind the step.",
        (MONTHS + ":8: this act carries a note of care; the sheet has no room for it",),
    ),
    Mutation(
        "a change before its page",
        PRACTICE,
        "published: 2001-11-22",
        "published: 2001-11-22\nchanges:\n  - day: 2001-11-22\n    what: Step two is shorter.",
        (PRACTICE + ":2: `changes` come after `published`, the oldest first, one for each day",),
    ),
    Mutation(
        "a change that nobody read through",
        PRACTICE,
        "published: 2001-11-22",
        "published: 2001-11-22\nchanges:\n  - day: 2026-12-01\n    what: Step two is shorter.",
        (PRACTICE + ":2: `reviewed` is before the last of `changes`; a change is read through",),
    ),
    Mutation(
        "changes in the order of their days",
        PRACTICE,
        "published: 2001-11-22",
        "published: 2001-11-22\nchanges:\n  - day: 2002-11-22\n    what: Step two is shorter.\n"
        "  - day: 2003-11-22\n    what: Step two is longer.",
        (),
    ),
    Mutation(
        "an unknown month",
        "docs/index.md",
        "Read [how",
        '{{ month_sheet("gentel") }}\n\nRead [how',
        (
            "docs/index.md:6: `month_sheet`: `level`: there is no month `gentel`; did you mean `gentle`?",
        ),
    ),
    Mutation(
        "a wording to avoid in a week",
        WEEKS,
        "why: A chair is near.",
        "why: Just do it now.",
        (
            WEEKS
            + ":3: `Just do it`: It makes hard things sound easy. Better: try it if you like (rule just-do-it)",
        ),
    ),
    Mutation(
        "a grade by hand",
        "docs/index.md",
        "[help](help.md)",
        "**Evidence: strong**{ .rp-grade }",
        (
            "docs/index.md:6: `{ .rp-grade }` is not allowed; in single braces only an id or a class may stand, such as { #anchor }",
        ),
    ),
    Mutation(
        "a value that goes on at the margin",
        "docs/index.md",
        "summary: A tiny site with one of everything.",
        'summary: "A tiny\nsite."',
        ("docs/index.md:4: begin with a key and a colon, or with spaces; no tabs",),
    ),
    Mutation(
        "a tab after a colon",
        "docs/index.md",
        "title: Example",
        "title:\tExample",
        ("docs/index.md:2: begin with a key and a colon, or with spaces; no tabs",),
    ),
    Mutation(
        "an address with a name before the host",
        "docs/index.md",
        "[help](help.md)",
        "[help](https://example.org@example.com/)",
        (
            "docs/index.md:6: `https://example.org@example.com/` is not an address for a page; use a relative one or https:, mailto:, tel:, sms:",
        ),
    ),
    Mutation(
        "a long footnote by hand",
        "docs/index.md",
        "Read [how",
        "x[^aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]\n\n[^aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]: Mine\n\nRead [how",
        ("docs/index.md:8: write the address where the link stands: [text](address)",),
    ),
    Mutation(
        "a call in a line of code",
        "docs/index.md",
        "Read [how",
        "`{{ pause(5) }}` [how",
        ("docs/index.md:6: a call within code would not be shown; take it out",),
    ),
    Mutation(
        "a call in an address",
        "docs/index.md",
        "[help](help.md)",
        "[help](https://example.org/{{ pause(5) }})",
        (
            "docs/index.md:6: a link is written [text](address): no brackets in its text, no spaces, quotes or brackets in its address",
        ),
    ),
    Mutation(
        "a second title in a list",
        "docs/index.md",
        "Read [how",
        "- # Example\n\nRead [how",
        (
            "docs/index.md:6: `# Example` is a second title; the page has one from its front matter; write ## Example",
        ),
    ),
    Mutation(
        "lists nested on one line",
        "docs/index.md",
        "Read [how",
        "- - - - - - - - - a\n\nRead [how",
        ("docs/index.md:6: the line is too long or too deep; break it up",),
    ),
    Mutation(
        "brackets open on many lines",
        "docs/index.md",
        "Read [how",
        "[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n[a\n\nRead [how",
        ("docs/index.md:5: too many brackets do not close; close them",),
    ),
    Mutation(
        "an interval with one end",
        STUDY,
        "    low: 0.1\n",
        "",
        (
            STUDY
            + ":22: `sizes, entry 1`: an interval has two ends; give `low` and `high`, or neither",
        ),
    ),
    Mutation(
        "a size outside its interval",
        STUDY,
        "value: 0.28",
        "value: 2.8",
        (
            STUDY + ":22: `sizes, entry 1`:"
            " `value` is not between `low` and `high`; one of the three is wrong",
        ),
    ),
    Mutation(
        "a word in two entries of the glossary",
        "data/glossary.yml",
        "wave:",
        "greeting:\n  word: greeting\n  meaning: A sign.\n  forms: [Waves]\nwave:",
        ("data/glossary.yml:8: `waves` stands in entry `greeting` already; keep it in one place",),
    ),
    Mutation(
        "words that search does not read as they stand",
        SEARCH,
        "lonely: [lonley]",
        'lonely: ["can\'t"]',
        (
            SEARCH
            + ":5: `spellings, lonely, entry 1`: search does not read `can't` as it stands; write `cant`",
        ),
    ),
    Mutation(
        "one spelling for two words",
        SEARCH,
        "want to: [wanna]",
        "want to: [lonley]",
        (SEARCH + ":1: `lonley` is a spelling of `lonely` and of `want to`",),
    ),
    Mutation(
        "an empty group",
        SEARCH,
        "lonely: [alone, no friends]",
        "lonely: []",
        (SEARCH + ":8: `same, lonely` needs at least 1 entry",),
    ),
    Mutation(
        "a pattern that browsers read otherwise",
        DANGER,
        r"'\bsuicid\w*'",
        r"'(?i)\bsuicid\w*'",
        (
            DANGER
            + r":5: `harm, patterns, entry 2`: `(?i` is not for these patterns; use \b, \d, \s, \w, (?:…) and at most {0,9}",
        ),
    ),
    Mutation(
        "a pattern that a browser might read for ever",
        DANGER,
        r"'\bwant to die\b'",
        r"'\b(?:want |to )+die\b'",
        (
            DANGER
            + r":6: `harm, patterns, entry 3`: `)+` is not for these patterns; use \b, \d, \s, \w, (?:…) and at most {0,9}",
        ),
    ),
    Mutation(
        "a list that is not there",
        DANGER,
        "{person}",
        "{persn}",
        (DANGER + ":1: there is no list `persn` in data/search.yml; did you mean `person`?",),
    ),
    Mutation(
        "an example of danger that is not found",
        DANGER,
        "matches: [He hits me,",
        "matches: [He hit me,",
        (DANGER + ":9: the patterns do not find their example `He hit me`",),
    ),
    Mutation(
        "a harmless phrase that is found",
        DANGER,
        "passes: [she hits me up]",
        "passes: [she hits me]",
        (DANGER + ":10: `she hits me` must be left alone, but harm finds it",),
    ),
    Mutation(
        "a danger of no known sort",
        DANGER,
        "about: violence",
        "about: traffic",
        (
            DANGER
            + ":2: `harm, about` must be one of: 'suicide', 'self-harm', 'overdose', 'abuse', 'violence', 'danger to others' or 'emergency'",
        ),
    ),
    Mutation(
        "a time zone that is none",
        HELPLINES,
        "Example/Town",
        "Town",
        (
            HELPLINES
            + ":58: `zones, entry 1`: `Town` does not have the form this key needs; write a time zone, such as Europe/Paris",
        ),
    ),
    Mutation(
        "a time zone of two countries",
        "data/helplines/yy.yml",
        None,
        """country: Otherland
zones: [Example/Town]
emergency:
  numbers:
    - {number: "1", use: all}
  confidence: high
  read: Nowhere
  expires: 2027-05-22
""",
        (HELPLINES + ":58: `Example/Town` is listed in yy.yml already; keep it in one place",),
    ),
    Mutation(
        "a page that was published and is gone",
        ADDRESSES,
        "old-help.md: help.md",
        "older-help.md: help.md",
        (
            ADDRESSES + ":14: `old-help.md` was published and is gone; below `moved:`, write"
            " `  old-help.md: ` and the page that took its place",
        ),
    ),
    Mutation(
        "a move to nowhere",
        ADDRESSES,
        "old-help.md: help.md",
        "old-help.md: helps.md",
        (ADDRESSES + ":16: there is no page `helps.md`; did you mean `help.md`?",),
    ),
    Mutation(
        "a move of a page that is still there",
        ADDRESSES,
        "old-help.md: help.md",
        "old-help.md: help.md\n  index.md: help.md",
        (ADDRESSES + ":17: `index.md` is still there; take the line out, or delete the page",),
    ),
    Mutation(
        "an address for a file",
        ADDRESSES,
        "old-help.md: help.md",
        "old-help.md: /help/",
        (
            ADDRESSES + ":16: `moved, old-help.md`: `/help/` does not have the form this key"
            " needs; write a file below docs, such as practices/say-no-kindly.md",
        ),
    ),
)


def test_the_unchanged_site_has_no_problem(tmp_path: Path) -> None:
    assert check(copy_of_fixture(tmp_path))[1] == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_change_gives_exactly_its_lines(mutation: Mutation, tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    mutation.apply(root)
    assert tuple(map(str, check(root)[1])) == mutation.problems


def test_links_to_elsewhere_are_refused(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    (root / "docs" / "secret.md").symlink_to("/etc/hostname")
    (root / "docs" / "assets" / "elsewhere").symlink_to("/etc")
    assert tuple(map(str, check(root)[1])) == (
        "docs/assets/elsewhere:1: a link to another file; put the file itself here",
        "docs/secret.md:1: a link to another file; put the file itself here",
    )
