import { crc32 } from 'node:zlib'
import { unzlibSync, zlibSync } from 'fflate'

const SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Red, green and blue: what a browser's picture of a page without transparency has. */
const CHANNELS = 3
const MOST_COLOURS = 256

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function view({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

type Chunk = { readonly type: string; readonly data: Uint8Array }
type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = view(png).getUint32(at)
    chunks.push({
      type: new TextDecoder().decode(png.subarray(at + 4, at + 8)),
      data: png.subarray(at + 8, at + 8 + length),
    })
    at += length + 12
  }
  return chunks
}

/** What PNG's filters 0 to 4 add to a byte, from the bytes left of it, above it and left above. */
function prediction(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function decoded(png: Uint8Array): Pixels {
  const chunks = chunksOf(png)
  const head = chunks[0]?.data
  if (!head || head[8] !== 8 || head[9] !== 2) throw new Error('not a PNG of 8 bits and three channels')
  const [width, height] = [view(head).getUint32(0), view(head).getUint32(4)]
  const packed = joined(...chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  const raw = unzlibSync(packed)
  const row = width * CHANNELS
  const rgb = new Uint8Array(row * height)
  for (let at = 0; at < rgb.length; at += 1) {
    const [y, x] = [Math.floor(at / row), at % row]
    const left = x < CHANNELS ? 0 : (rgb[at - CHANNELS] ?? 0)
    const up = y === 0 ? 0 : (rgb[at - row] ?? 0)
    const corner = x < CHANNELS || y === 0 ? 0 : (rgb[at - row - CHANNELS] ?? 0)
    const line = y * (row + 1)
    rgb[at] = ((raw[line + 1 + x] ?? 0) + prediction(raw[line] ?? 0, left, up, corner)) & 255
  }
  return { width, height, rgb }
}

function colourAt(rgb: Uint8Array, at: number): number {
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0)
}

function distance(one: number, other: number): number {
  const of = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255)
  return of(16) ** 2 + of(8) ** 2 + of(0) ** 2
}

/** For each colour the place of the nearest of the most frequent ones, which are the palette. */
function paletteOf({ rgb }: Pixels) {
  const counts = new Map<number, number>()
  for (let at = 0; at < rgb.length; at += CHANNELS) {
    const colour = colourAt(rgb, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])
  const palette = byCount.slice(0, MOST_COLOURS).map(([colour]) => colour)
  const nearest = (colour: number) =>
    palette.reduce(
      (best, one, place) => (distance(one, colour) < distance(palette[best] ?? 0, colour) ? place : best),
      0,
    )
  return { palette, placeOf: new Map([...counts.keys()].map((colour) => [colour, nearest(colour)])) }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined(new TextEncoder().encode(type), data)
  const framed = new Uint8Array(named.length + 8)
  framed.set(named, 4)
  view(framed).setUint32(0, data.length)
  view(framed).setUint32(named.length + 4, crc32(named))
  return framed
}

/** The same picture in its 256 most frequent colours: a third of the bytes of what a browser writes. */
export function smallPng(png: Uint8Array): Uint8Array {
  const pixels = decoded(png)
  const { width, height, rgb } = pixels
  const { palette, placeOf } = paletteOf(pixels)
  const lines = new Uint8Array((width + 1) * height)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const place = placeOf.get(colourAt(rgb, pixel * CHANNELS)) ?? 0
    lines[pixel + Math.floor(pixel / width) + 1] = place
  }
  const head = new Uint8Array(13)
  view(head).setUint32(0, width)
  view(head).setUint32(4, height)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Uint8Array.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  )
  return joined(
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  )
}
