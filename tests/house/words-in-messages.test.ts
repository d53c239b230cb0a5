import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Attributes whose text people read or hear. */
const SPOKEN = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'hint',
  'error',
  'note',
  'listLabel',
  'nothing',
])
const HAS_A_WORD = /\p{L}{2,}/u

/** Words that stand in a screen's markup instead of in client/i18n, with their lines. */
function wordsIn(fileName: string, source: string): readonly string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const say = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${fileName}:${String(line + 1)}: ${text.trim()}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && HAS_A_WORD.test(node.text)) say(node, node.text)
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      if (HAS_A_WORD.test(node.initializer.text)) say(node, node.initializer.text)
    }
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteralLike(node.expression) &&
      !ts.isJsxAttribute(node.parent)
    ) {
      if (HAS_A_WORD.test(node.expression.text)) say(node, node.expression.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function screens(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return screens(path)
    return path.endsWith('.tsx') && !path.endsWith('.test.tsx') ? [path] : []
  })
}

describe('words of the screens', () => {
  it('stand in client/i18n and in no screen', () => {
    expect(screens('client').flatMap((path) => wordsIn(path, readFileSync(path, 'utf8')))).toEqual([])
  })

  it.each([
    ['<p>Simpan</p>', 'text'],
    ['<input placeholder="Nama pasien" />', 'a spoken attribute'],
    ["<p>{'Simpan'}</p>", 'a text in braces'],
  ])('are found when planted: %s (%s)', (markup) => {
    expect(wordsIn('planted.tsx', `export const Planted = () => ${markup}`)).toHaveLength(1)
  })

  it.each(['<p className="soft">{t(\'common.save\')}</p>', "<span>{'‹'}</span>", '<p>·</p>'])(
    'are not seen where there are none: %s',
    (markup) => {
      expect(wordsIn('clean.tsx', `export const Clean = () => ${markup}`)).toEqual([])
    },
  )
})
