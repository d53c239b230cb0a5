/**
 * Folding: names that sound the same to a clerk get one key, so that *Achmad Djoenaidi* is found as `ahmad junaidi`.
 * Rules NF1-NF6 in RULES.md.
 */

/** Words before or after a name that say who somebody is and not what they are called. */
const TITLES: ReadonlySet<string> = new Set([
  ...[
    'h',
    'hj',
    'haji',
    'hajah',
    'hajjah',
    'kh',
    'ky',
    'kyai',
    'ust',
    'ustad',
    'ustadz',
    'ustadzah',
    'gus',
    'ning',
  ],
  ...['r', 'rr', 'rd', 'raden', 'roro', 'ra', 'rm', 'rngt', 'tb'],
  ...[
    'prof',
    'dr',
    'drg',
    'drs',
    'dra',
    'ir',
    'ns',
    'apt',
    'bd',
    'amd',
    'amdk',
    'amkeb',
    'skm',
    'sh',
    'se',
    'ss',
  ],
  ...[
    'spd',
    'spdi',
    'sag',
    'sip',
    'skep',
    'sked',
    'skom',
    'ssos',
    'sst',
    'stp',
    'mpd',
    'mpdi',
    'mm',
    'mkes',
    'msi',
    'ma',
  ],
  ...[
    'bapak',
    'bpk',
    'pak',
    'ibu',
    'bu',
    'sdr',
    'sdri',
    'tn',
    'tuan',
    'ny',
    'nyonya',
    'nn',
    'nona',
    'an',
    'anak',
  ],
  ...['by', 'bayi', 'alm', 'almh', 'bin', 'binti', 'ki', 'mbah'],
])

/** Short forms that stand for one name only. `m` is one only where a name begins with it, see `nameWords`. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    moh: 'muhamad',
    mohd: 'muhamad',
    moch: 'muhamad',
    mokh: 'muhamad',
    mhd: 'muhamad',
    muh: 'muhamad',
    muhd: 'muhamad',
    much: 'muhamad',
    mukh: 'muhamad',
    mohamed: 'muhamad',
    muhamed: 'muhamad',
    abd: 'abdul',
    abdl: 'abdul',
    ach: 'ahmad',
    akh: 'ahmad',
    st: 'siti',
    sitti: 'siti',
  }),
)

/** In this order: spellings before 1972, Arabic and Dutch letters, letters that sound alike. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^mo(?=ch|kh|h)/, 'mu'],
  [/oe/g, 'u'],
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/nj/g, 'ny'],
  [/s[jy]/g, 's'],
  [/kh/g, 'h'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/dz/g, 's'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/ae/g, 'ai'],
  [/ij/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** Letters only, in lower case, without accents; apostrophes join, everything else parts words. */
export function plainWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'`\u2018\u2019\u02bb\u02bc]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
}

function sounded(word: string): string {
  return SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word)
}

/** At a word's end an `h` after a vowel is silent, and `y` is an `i`. */
function closed(word: string): string {
  if (word.length > 3 && /[aeiou]h$/.test(word)) return word.slice(0, -1)
  if (word.length > 2 && /[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`
  return word
}

/**
 * The keys of one plain word: mostly one. `ch` is heard as *h* (*Achmad*) and as *c* (*Chandra*), so such a word has
 * two. Of an `unfinished` word, one that is still being typed, nobody knows whether its end is the end.
 */
export function foldWord(word: string, unfinished = false): readonly string[] {
  const short = SHORT_FORMS.get(word)
  if (short) return unfinished ? [short, sounded(word)] : [short]
  const heard = word.includes('ch') ? [word.replaceAll('ch', 'h'), word.replaceAll('ch', 'c')] : [word]
  const keys = heard.map(sounded).flatMap((key) => (unfinished ? [key, closed(key)] : [closed(key)]))
  return [...new Set(keys)]
}

/** The words of a name that tell people apart: without titles, unless there is nothing else. A comma begins degrees. */
export function nameWords(name: string): readonly string[] {
  const before = plainWords(name.split(',', 1)[0] ?? '')
  const words = before.length > 0 ? before : plainWords(name)
  const told = words.filter((word) => !TITLES.has(word))
  const kept = told.length > 0 ? told : words
  return kept.map((word, index) => (word === 'm' && index === 0 && kept.length > 1 ? 'muh' : word))
}

export function isTitle(word: string): boolean {
  return TITLES.has(word)
}
