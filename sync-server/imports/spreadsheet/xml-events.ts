import { Parser } from 'saxen'
import { UnreadableFile } from './sheet.ts'

/** The elements and text of an XML part, in order, without namespace prefixes. */
export type XmlListener = {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Reads a part. Entities of a document type are not expanded; a broken part is an `UnreadableFile`. */
export function readXml(xml: string, listener: XmlListener): void {
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => {
    listener.open?.(localName(name), (attribute) => attributes()[attribute])
  })
  parser.on('closeTag', (name) => listener.close?.(localName(name)))
  parser.on('text', (text, decode) => listener.text?.(decode(text)))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('error', () => {
    throw new UnreadableFile('file-damaged')
  })
  parser.on('warn', () => undefined)
  parser.parse(xml)
}
