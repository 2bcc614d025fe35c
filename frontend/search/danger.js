/* What may mean danger: classes of words that stand near each other. The checker's side is
   macros/catalog/checks/danger_words.py and danger_rules.py; tests hold the two together.
   The time it takes grows as the text does, whatever the rules say. */

import { fold, isSlip } from "./language.js";

/**
 * @typedef {object} DangerWords what danger-words.js holds
 * @property {Record<string, WordClass>} classes
 * @property {Record<string, string[]>} spellings right words and how they are misspelled
 * @property {Rule[]} rules
 */

/** @typedef {{ verbs?: string, nouns?: string, words?: string, emoji?: string, of?: string }} WordClass lists with commas */

/**
 * @typedef {object} Rule
 * @property {string} id
 * @property {boolean} [harmless] whether what it finds is hidden from all others
 * @property {boolean} [emergency] whether a life may be at risk now
 * @property {string[]} [ordered] combinations whose steps follow each other
 * @property {string[]} [mixed] combinations in any order
 * @property {number} within in how many words all of a combination stand
 * @property {string[]} [unless] steps that excuse what they stand near
 * @property {number} near how many words away an excuse may stand
 */

/** @typedef {{ start: number, end: number }} Window first and last word */
/** @typedef {Window & { names: string[] }} Mark a word or phrase, and the steps that it can be */
/** @typedef {{ steps: Set<string>[], inOrder: boolean }} Combination */
/** @typedef {{ id: string, emergency: boolean }} Danger */

const SHORTEST = 6; // a shorter word is too close to too many others
const RUN = { shortest: 6, longest: 40, part: 14 }; // letters of words that are written as one
const LARGE = 10; // from here on a number is a large one
// Words of up to two letters that may be part of words written as one; one of the joints is.
/* eslint-disable no-restricted-syntax -- what readers type, and never see here */
const GLUE = setOf("im me my to he us is it of be so go no up do in on");
const JOINTS = setOf("i im me my myself to dont want wanna cant him her self");
/* eslint-enable no-restricted-syntax */
const LETTERS = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };

/**
 * A reader of what people type, from the words and rules on danger.
 * @param {DangerWords} data
 */
export function makeDanger(data) {
  const vocabulary = makeVocabulary(data);
  const rules = data.rules.map((rule) => ({
    ...rule,
    combinations: [
      ...(rule.ordered || []).map((text) => ({ steps: stepsOf(text), inOrder: true })),
      ...(rule.mixed || []).map((text) => ({ steps: stepsOf(text), inOrder: false }))
    ],
    excuses: new Set((rule.unless || []).flatMap((step) => step.split("/")))
  }));

  /**
   * What a rule finds and nothing excuses.
   * @param {typeof rules[0]} rule
   * @param {Mark[]} seen
   * @param {Mark[]} every
   * @param {Set<string>} present the steps that something seen can be
   */
  function unexcused({ combinations, excuses, within, near }, seen, every, present) {
    const places = combinations
      .filter(({ steps }) => steps.every((step) => [...step].some((name) => present.has(name))))
      .flatMap((combination) => windows(combination, seen, within));
    if (!places.length) return places;
    const excused = every.filter(({ names }) => meet(names, excuses));
    return places.filter(({ start, end }) =>
      !excused.some((mark) => touch(mark, { start: start - near, end: end + near })));
  }

  /**
   * The rules that find something in a text, those on harmless things first.
   * @param {string} text
   */
  function found(text) {
    const every = vocabulary.marks(vocabulary.read(text));
    const named = namesOf(every);
    /** @type {Window[]} */
    const hidden = [];
    const harmless = rules.filter((rule) => {
      const all = rule.harmless ? unexcused(rule, every, every, named) : [];
      hidden.push(...all);
      return all.length;
    });
    const seen = every.filter((mark) => !hidden.some((window) => touch(mark, window)));
    const present = namesOf(seen);
    return [...harmless, ...rules.filter((rule) => !rule.harmless && unexcused(rule, seen, every, present).length)];
  }

  /**
   * The rules on danger that find something in a text.
   * @param {string} text
   * @returns {Danger[]}
   */
  function dangers(text) {
    return found(text).filter(({ harmless }) => !harmless)
      .map(({ id, emergency }) => ({ id, emergency: Boolean(emergency) }));
  }

  return { read: vocabulary.read, found: (/** @type {string} */ text) => found(text).map(({ id }) => id), dangers };
}

/**
 * All words of all classes.
 * @param {DangerWords} data
 */
function makeVocabulary({ classes, spellings, rules }) {
  /** @type {Map<string, string[]>} a phrase: the steps that it can be */
  const named = new Map();
  /** @param {string} phrase @param {string[]} names */
  const name = (phrase, names) => {
    const known = named.get(phrase);
    named.set(phrase, known ? known.concat(names) : names);
  };
  const inner = Object.entries(classes).map(([id, { of }]) => ({ id, of: listOf(of) })).filter(({ of }) => of.length);
  Object.entries(classes).forEach(([id, one]) => {
    const names = widened(id, inner).map((each) => each.toUpperCase());
    phrasesOf(one).forEach((phrase) => name(phrase, names));
  });
  rules.forEach(({ ordered = [], mixed = [], unless = [] }) => [...ordered, ...mixed, ...unless]
    .forEach((combination) => combination.split(/[ /]/).filter((step) => !isClass(step))
      .forEach((step) => name(step.replace(/_/g, " "), [step]))));

  const signs = Object.values(classes).flatMap(({ emoji }) => listOf(emoji));
  /** @type {Map<string, { words: string[], names: string[] }[]>} a first word: phrases */
  const phrases = new Map();
  /** @type {Set<string>} */
  const parts = new Set();
  named.forEach((names, phrase) => {
    const words = phrase.split(" ");
    append(phrases, words[0], { words, names });
    words.forEach((word) => parts.add(word));
  });
  /** @type {Map<string, { wrong: string[], right: string[] }[]>} a first word: wrong spellings */
  const right = new Map();
  Object.entries(spellings).forEach(([word, all]) => all.forEach((text) => {
    const wrong = text.split(" ");
    append(right, wrong[0], { wrong, right: word.split(" ") });
  }));
  right.forEach((all, word) => {
    all.sort((one, other) => other.wrong.length - one.wrong.length);
    if (word.length > 2 && all[0].wrong.length === 1) parts.add(word);
  });
  const slips = classes.slips ? phrasesOf(classes.slips) : [];
  /** @type {Map<string, string[]>} what was typed: what is meant */
  const remembered = new Map();

  /** @param {string} text */
  function read(text) {
    let apart = fold(text);
    signs.forEach((sign) => { apart = apart.split(sign).join(` ${sign} `); });
    return respelled(apart.split(/[ \t\n\r\f\v]+/).flatMap(rawWords).flatMap(meant));
  }

  /**
   * The words of a piece without spaces.
   * @param {string} piece
   */
  function rawWords(piece) {
    if (signs.includes(piece)) return [piece];
    if (/\p{L}.*[0-9@$!*]|[0-9@$!*].*\p{L}/u.test(piece)) {
      const bare = piece.replace(/^[.,?!:;"()]+|[.,?!:;"()]+$/g, "");
      const word = undisguised(bare).find((one) => parts.has(one));
      if (word) return [word];
    }
    return piece.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /**
   * The words that are meant by a word: drawn out, mistyped, or several in one.
   * @param {string} raw
   */
  function meant(raw) {
    const known = remembered.get(raw);
    if (known) return known;
    const word = raw.replace(/(\p{L})\1{2,}/gu, "$1");
    const doubled = raw.replace(/(\p{L})\1{2,}/gu, "$1$1");
    const words = isKnown(word) ? [word]
      : parts.has(doubled) ? [doubled]
        : amount(word) || nearest(word) || nearest(doubled) || runTogether(word) || [word];
    remembered.set(raw, words);
    return words;
  }

  /** @param {string} word */
  function isKnown(word) {
    return parts.has(word) || right.has(word) || signs.includes(word);
  }

  /** @param {string} word */
  function nearest(word) {
    const found = slips.find((slip) => Math.max(word.length, slip.length) >= SHORTEST && isSlip(word, slip));
    return found ? [found] : null;
  }

  /**
   * Known words that were written as one, as few as possible.
   * @param {string} word
   */
  function runTogether(word) {
    if (word.length < RUN.shortest || word.length > RUN.longest) return null;
    /** @type {(string[] | null)[]} */
    const best = [[]];
    for (let end = 1; end <= word.length; end += 1) {
      /** @type {string[] | null} */
      let fewest = null;
      for (let start = Math.max(0, end - RUN.part); start < end; start += 1) {
        const before = best[start];
        const part = word.slice(start, end);
        const fits = GLUE.has(part) || (part === "i" && start === 0) || (part.length > 2 && parts.has(part));
        if (before && fits && (!fewest || before.length + 1 < fewest.length)) fewest = [...before, part];
      }
      best.push(fewest);
    }
    const words = best[word.length];
    return words && words.length > 1 && words.some((part) => JOINTS.has(part)) ? words : null;
  }

  /** @param {string[]} words */
  function respelled(words) {
    /** @type {string[]} */
    const put = [];
    let place = 0;
    while (place < words.length) {
      const from = place;
      const found = (right.get(words[from]) || []).find(({ wrong }) => stands(wrong, words, from));
      put.push(...(found ? found.right : [words[from]]));
      place += found ? found.wrong.length : 1;
    }
    return put;
  }

  /**
   * The words and phrases that belong to a class, by where they end.
   * @param {string[]} words
   */
  function marks(words) {
    /** @type {Mark[]} */
    const found = [];
    words.forEach((word, start) => {
      if (/^[0-9]+$/.test(word)) {
        found.push({ start, end: start, names: [word.length < 3 && Number(word) < LARGE ? "NUMBER" : "LARGE"] });
      }
      (phrases.get(word) || []).filter((phrase) => stands(phrase.words, words, start))
        .forEach((phrase) => found.push({ start, end: start + phrase.words.length - 1, names: phrase.names }));
    });
    return found.sort((one, other) => one.end - other.end);
  }

  return { read, marks };
}

/**
 * Where all steps of a combination stand in so many words; for each end, the shortest such place.
 * For each set of steps: the latest start of a place that holds them, by the word where it ends or before.
 * @param {Combination} combination
 * @param {Mark[]} marks
 * @param {number} within
 */
function windows({ steps, inOrder }, marks, within) {
  const whole = (1 << steps.length) - 1;
  /** @type {number[][]} */
  const latest = Array.from({ length: whole + 1 }, () => []);
  /** @type {Window[]} */
  const found = [];
  marks.forEach(({ start, end, names }) => {
    const fitting = steps.map((step, n) => (meet(names, step) ? n : -1)).filter((n) => n >= 0);
    if (!fitting.length) return;
    latest.forEach((known) => {
      while (known.length <= end) known.push(known.length ? known[known.length - 1] : -1);
    });
    fitting.forEach((n) => {
      for (let done = 0; done < whole; done += 1) {
        if ((done >> n) & 1 || (inOrder && done !== (1 << n) - 1)) continue;
        const from = done === 0 ? start : start > 0 ? latest[done][start - 1] : -1;
        if (from < 0) continue;
        const now = done | (1 << n);
        latest[now][end] = Math.max(latest[now][end], from);
        if (now === whole && end - from < within) found.push({ start: from, end });
      }
    });
  });
  return found;
}

/** @param {string} combination */
function stepsOf(combination) {
  return combination.split(" ").map((step) => new Set(step.split("/")));
}

/**
 * Whether a step names a class, in capitals, and not a word.
 * @param {string} name
 */
function isClass(name) {
  return name !== name.toLowerCase();
}

/**
 * A verb with its regular endings: strangle, strangles, strangled, strangling, stranglin.
 * @param {string} verb
 */
export function verbForms(verb) {
  let stem = verb;
  let past;
  const doubled = /[^aeiou][aeiou]([bdgmnprt])$/.exec(verb);
  if (verb.endsWith("e")) {
    past = `${verb}d`;
    if (!verb.endsWith("ee")) stem = verb.slice(0, -1);
  } else if (/[^aeiou]y$/.test(verb)) {
    past = `${verb.slice(0, -1)}ied`;
  } else {
    if (doubled && (verb.match(/[aeiou]+/g) || []).length === 1) stem = `${verb}${doubled[1]}`;
    past = `${stem}ed`;
  }
  return [verb, plural(verb), past, `${stem}ing`, `${stem}in`];
}

/**
 * A noun with its regular plural ending.
 * @param {string} noun
 */
export function plural(noun) {
  if (/(?:[sxz]|[cs]h)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/**
 * Every word and phrase of a class, in every form.
 * @param {WordClass} one
 */
function phrasesOf({ verbs, nouns, words, emoji }) {
  const conjugated = listOf(verbs).flatMap((verb) => {
    const [first, ...rest] = verb.split(" ");
    return verbForms(first).map((form) => [form, ...rest].join(" "));
  });
  return [...conjugated, ...listOf(nouns).flatMap((noun) => [noun, plural(noun)]), ...listOf(words), ...listOf(emoji)];
}

/**
 * A class, and the classes that it belongs to, through others too.
 * @param {string} id
 * @param {{ id: string, of: string[] }[]} inner the classes that hold others
 */
function widened(id, inner) {
  const found = new Set([id]);
  found.forEach((part) => inner.forEach((wider) => {
    if (wider.of.includes(part)) found.add(wider.id);
  }));
  return [...found];
}

/**
 * What a word with digits or signs in place of letters may be.
 * @param {string} word
 */
function undisguised(word) {
  return [word.replace(/1/g, "i"), word].map((text) => text.replace(/[013457@$!]/g, (sign) =>
    LETTERS[/** @type {keyof typeof LETTERS} */ (sign)]))
    .flatMap((text) => (text.includes("*") ? [..."aeiou"].map((vowel) => text.replace(/\*/g, vowel)) : [text]));
}

/**
 * The number and the unit of an amount.
 * @param {string} word
 */
function amount(word) {
  const match = /^([0-9]+)(\p{L}+)$/u.exec(word);
  return match ? [match[1], match[2]] : null;
}

/**
 * Whether words stand at a place of others.
 * @param {string[]} phrase
 * @param {string[]} words
 * @param {number} place
 */
function stands(phrase, words, place) {
  return phrase.every((word, n) => words[place + n] === word);
}

/** @param {Window} one @param {Window} other */
function touch(one, other) {
  return one.start <= other.end && one.end >= other.start;
}

/** @param {string[]} names @param {Set<string>} step */
function meet(names, step) {
  return names.some((name) => step.has(name));
}

/** @param {Mark[]} marks */
function namesOf(marks) {
  /** @type {Set<string>} */
  const all = new Set();
  marks.forEach(({ names }) => names.forEach((name) => all.add(name)));
  return all;
}

/** @param {string} [list] with commas */
function listOf(list) {
  return list ? list.split(",") : [];
}

/** @param {string} list with spaces */
function setOf(list) {
  return new Set(list.split(" "));
}

/**
 * @template T
 * @param {Map<string, T[]>} map
 * @param {string} key
 * @param {T} value
 */
function append(map, key, value) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
