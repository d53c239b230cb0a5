import { z } from 'zod'
import { DOCUMENT_TYPES } from '../../shared/documents/document-types.ts'

/** The JSON Schema of every document type as `docs/schemas/` publishes it, by file name. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const files = [...DOCUMENT_TYPES.values()].map((definition) => {
    const schema = z.toJSONSchema(definition.schema, { unrepresentable: 'any', io: 'input' })
    const named = {
      title: definition.type,
      description: `Version ${String(definition.version)}; kept in ${definition.database}; ${definition.change}.`,
      ...schema,
    }
    return [
      `${definition.type}.v${String(definition.version)}.json`,
      `${JSON.stringify(named, null, 2)}\n`,
    ] as const
  })
  return new Map(files)
}
