/* Which country a reader is probably in, from the clock and the languages of the browser. A number works
   only where the phone is, so the clock counts before the language. */

/** @typedef {{ code: string, zones: string[] }} Country a code as in iso 3166, in small letters */
/**
 * @template {Country} Kind
 * @typedef {{ country?: Kind, other?: Kind }} Guess `other` is what the language says against the clock
 */

// Browsers that hide where they are say that they are in Iceland, or in no place at all.
const HIDDEN = /^(|UTC|GMT|Etc\/.*|Atlantic\/Reykjavik)$/;

/**
 * A guess at the country of a reader.
 * @template {Country} Kind
 * @param {Kind[]} countries
 * @param {string} zone as in Europe/Berlin; empty where the browser does not say
 * @param {readonly string[]} languages as in de-AT, the first one counts most
 * @returns {Guess<Kind>}
 */
export function guessCountry(countries, zone, languages) {
  const spoken = languages.map(readTag).map(({ region }) => countries.find(({ code }) => code === region)).find(Boolean);
  const clock = countryByClock(countries, zone, languages);
  if (clock) return clock === spoken || !spoken ? { country: clock } : { country: clock, other: spoken };
  // A clock set to a place that is not listed: the language would name a country where the reader is not.
  return !isHidden(zone, languages) && /^(?!Etc\/).+\//.test(zone) ? {} : { country: spoken };
}

/**
 * The country that the clock names; none where the browser hides where it is.
 * @template {{ zones: string[] }} Kind
 * @param {Kind[]} countries
 * @param {string} zone
 * @param {readonly string[]} languages those of a reader who is in Iceland in earnest
 * @returns {Kind | undefined}
 */
export function countryByClock(countries, zone, languages) {
  return isHidden(zone, languages) ? undefined : countries.find(({ zones }) => zones.includes(zone));
}

/**
 * @param {string} zone
 * @param {readonly string[]} languages
 */
function isHidden(zone, languages) {
  return HIDDEN.test(zone) && !languages.map(readTag).some(({ language, region }) => language === "is" || region === "is");
}

/**
 * The language and the region of a tag, in small letters; both are empty where it cannot be read, such
 * as "C" or "en-US@posix".
 * @param {string} tag
 */
function readTag(tag) {
  let known = "";
  try {
    [known] = Intl.getCanonicalLocales(tag);
  } catch { // no tag
  }
  const [, language = "", region = ""] = /^([a-z]+)(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-|$)/.exec(known) || [];
  return { language, region: region.toLowerCase() };
}

/**
 * Whether a reader's browser is set to a language, in whatever script and place.
 * @param {readonly string[]} languages as in de-AT
 * @param {string} tag as in pt-br
 */
export function speaks(languages, tag) {
  const { language } = readTag(tag);
  return languages.some((each) => readTag(each).language === language);
}
