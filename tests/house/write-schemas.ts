import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { publishedSchemas } from './schemas.ts'

const FOLDER = new URL('../../docs/schemas/', import.meta.url)

mkdirSync(FOLDER, { recursive: true })
for (const name of readdirSync(FOLDER)) rmSync(new URL(name, FOLDER))
for (const [name, text] of publishedSchemas()) writeFileSync(new URL(name, FOLDER), text)
