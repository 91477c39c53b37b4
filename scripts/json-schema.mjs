// @ts-check
/** Turns the handbook's valibot schema into the JSON Schema that is published. */
import { toJsonSchema } from '@valibot/to-json-schema';

/**
 * @typedef {import('valibot').GenericSchema} Schema
 * @typedef {import('@valibot/to-json-schema').JsonSchema} JsonSchema
 */

/**
 * @param {Record<string, Schema>} schemas exports of utils/handbook/schema; `Handbook` is the whole, the others are
 *   written once and referred to
 * @returns {JsonSchema} draft 7, of a handbook as its keeper writes it
 */
export function handbookJsonSchema(schemas) {
  const { Handbook, ...parts } = schemas;
  if (!Handbook) throw new Error('There is no schema of a handbook.');
  return {
    title: 'Handbook of Common Ground',
    description: 'Departments, concepts and projects of a company, for the browser extension Common Ground.',
    ...toJsonSchema(Handbook, {
      typeMode: 'input',
      definitions: parts,
      // JSON Schema has no word for these: white space at the ends is taken off while reading, selectors are parsed.
      ignoreActions: ['trim', 'transform', 'check'],
      overrideSchema: ({ valibotSchema, jsonSchema }) => {
        // Draft 7 would let a tuple be shorter or longer.
        if (valibotSchema.type !== 'tuple' || !Array.isArray(jsonSchema.items)) return undefined;
        const { length } = jsonSchema.items;
        return { ...jsonSchema, minItems: length, maxItems: length };
      },
      overrideAction: ({ valibotAction, jsonSchema }) => {
        // Flags cannot be written; a keeper's address begins in lower case.
        const { requirement } = /** @type {{ requirement?: unknown }} */ (valibotAction);
        return requirement instanceof RegExp ? { ...jsonSchema, pattern: requirement.source } : undefined;
      },
    }),
  };
}
