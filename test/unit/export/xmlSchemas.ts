import fs from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm';

/** What libxml2 finds wrong with a document by a RELAX NG schema in `schemas/`; empty where it is valid. */
export function schemaErrors(xml: string, schema: string): string[] {
  const grammar = XmlDocument.fromBuffer(fs.readFileSync(`test/unit/export/schemas/${schema}`));
  const validator = RelaxNGValidator.fromDoc(grammar);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) {
      return error.details.map(({ line, message }) => `${line}: ${message}`);
    }
    throw error;
  } finally {
    document.dispose();
    validator.dispose();
    grammar.dispose();
  }
}

/** The text of every node that an XPath expression finds, by libxml2. */
export function xpathTexts(xml: string, path: string, namespace: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(path, { x: namespace }).map((node) => node.content);
  } finally {
    document.dispose();
  }
}
