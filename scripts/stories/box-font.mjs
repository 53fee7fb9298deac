/**
 * A font in which every character is a box: half as wide as high for letters, as wide as high for Chinese. Texts set in it
 * take the same room on every machine, whatever fonts it has, so pictures of stories can be compared anywhere.
 */

const unitsPerEm = 1000
const ascent = 1000
const descent = -300

/** Glyphs by number: advance width, and the box that is drawn, if any. */
const glyphs = [
  { width: 1000, box: [60, 0, 940, 800] },
  { width: 280 },
  { width: 540, box: [40, 0, 500, 700] },
  { width: 1000, box: [60, -60, 940, 840] },
  { width: 0 },
  { width: 1000 },
]
const [, space, letter, han, nothing, wideSpace] = [0, 1, 2, 3, 4, 5]

/** First and last character, and its glyph; what is left out is a letter up to U+2E7F, and as wide as a Han character above. */
const special = [
  [0x09, 0x0d, space],
  [0x20, 0x20, space],
  [0xa0, 0xa0, space],
  [0x2000, 0x200a, space],
  [0x200b, 0x200f, nothing],
  [0x2028, 0x202e, nothing],
  [0x202f, 0x202f, space],
  [0x2060, 0x2064, nothing],
  [0x3000, 0x3000, wideSpace],
  [0xfe00, 0xfe0f, nothing],
  [0xfeff, 0xfeff, nothing],
]

function characterGroups() {
  const groups = []
  const fill = (from, to) => {
    if (from > to) return
    if (from < 0x2e80 && to >= 0x2e80) return (fill(from, 0x2e7f), fill(0x2e80, to))
    groups.push([from, to, from < 0x2e80 ? letter : han])
  }
  let next = 1
  for (const [from, to, glyph] of special) {
    fill(next, from - 1)
    groups.push([from, to, glyph])
    next = to + 1
  }
  fill(next, 0x1ffff)
  return groups
}

/** @returns {Buffer} a TrueType font: https://learn.microsoft.com/typography/opentype/spec/otff */
export function boxFont() {
  const outlines = glyphs.map(({ box }) => (box ? rectangle(box) : Buffer.alloc(0)))
  const offsets = outlines.reduce((all, outline) => [...all, all.at(-1) + outline.length], [0])
  const tables = {
    'OS/2': os2(),
    cmap: cmap(characterGroups()),
    glyf: Buffer.concat(outlines),
    head: head(),
    hhea: hhea(),
    hmtx: Buffer.concat(glyphs.map(({ width, box }) => u16(width, box ? box[0] : 0))),
    loca: Buffer.concat(offsets.map((offset) => u32(offset))),
    maxp: Buffer.concat([u32(0x00010000), u16(glyphs.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: names({ 1: 'Story Boxes', 2: 'Regular', 4: 'Story Boxes', 6: 'StoryBoxes' }),
    post: Buffer.concat([u32(0x00030000, 0), u16(0, 0), u32(0, 0, 0, 0, 0)]),
  }
  return file(tables)
}

function rectangle([left, bottom, right, top]) {
  const onCurve = 1
  return padded(
    Buffer.concat([
      u16(1, left, bottom, right, top, 3, 0),
      Buffer.alloc(4, onCurve),
      u16(left, 0, right - left, 0),
      u16(bottom, top - bottom, 0, bottom - top),
    ]),
  )
}

/** Format 13: many characters, one glyph. */
function cmap(groups) {
  const subtable = Buffer.concat([
    u16(13, 0),
    u32(16 + groups.length * 12, 0, groups.length),
    ...groups.map((group) => u32(...group)),
  ])
  return Buffer.concat([u16(0, 1), u16(3, 10), u32(12), subtable])
}

function head() {
  const made = Buffer.alloc(16)
  return Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0b1011, unitsPerEm),
    made,
    u16(0, descent, 1000, ascent, 0, 8, 2, 1, 0),
  ])
}

function hhea() {
  return Buffer.concat([
    u32(0x00010000),
    u16(ascent, descent, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
  ])
}

function os2() {
  const useTypoMetrics = 1 << 7
  return Buffer.concat([
    u16(4, 600, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    u32(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff),
    Buffer.from('NONE'),
    u16(0x40 | useTypoMetrics, 0x20, 0xffff, ascent, descent, 0, ascent, -descent),
    u32(0, 0),
    u16(500, 700, 0, 0x20, 2),
  ])
}

function names(texts) {
  const entries = Object.entries(texts).map(([id, text]) => ({
    id: Number(id),
    text: Buffer.from(text, 'utf16le').swap16(),
  }))
  let offset = 0
  const records = entries.map(({ id, text }) => {
    const record = u16(3, 1, 0x409, id, text.length, offset)
    offset += text.length
    return record
  })
  return Buffer.concat([
    u16(0, entries.length, 6 + records.length * 12),
    ...records,
    ...entries.map(({ text }) => text),
  ])
}

function file(tables) {
  const tags = Object.keys(tables).toSorted()
  const bodies = tags.map((tag) => padded(tables[tag]))
  const power = Math.floor(Math.log2(tags.length))
  const range = 2 ** power * 16
  let offset = 12 + tags.length * 16
  const directory = tags.map((tag, index) => {
    const entry = Buffer.concat([Buffer.from(tag), u32(checksum(bodies[index]), offset, tables[tag].length)])
    offset += bodies[index].length
    return entry
  })
  const font = Buffer.concat([
    u32(0x00010000),
    u16(tags.length, range, power, tags.length * 16 - range),
    ...directory,
    ...bodies,
  ])
  const headAt = font.readUInt32BE(12 + tags.indexOf('head') * 16 + 8)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8)
  return font
}

function checksum(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function u16(...values) {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, at * 2)
  return bytes
}

function u32(...values) {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, at * 4)
  return bytes
}
