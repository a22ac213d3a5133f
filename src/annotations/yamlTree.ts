import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import type { Problem } from '../model/problem';
import { LinePositions } from './linePositions';
import { PlainScalar, type YamlMap, type YamlValue } from './yamlValue';

/** Deeper nesting than any annotation has; past it a file is hostile or broken. */
export const maxDepth = 32;

export interface ScalarNode {
  readonly type: 'scalar';
  /** With its quotes or block header; start equals end for a value that is left out. */
  readonly start: number;
  readonly end: number;
  readonly value: null | boolean | number | string | PlainScalar;
  /** `|` and `>` scalars, whose end is that of their last line. */
  readonly block: boolean;
}

export interface ListNode {
  readonly type: 'list';
  readonly start: number;
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface MapEntry {
  readonly key: string;
  readonly start: number;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly type: 'map';
  readonly start: number;
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
}

export type YamlNode = ScalarNode | ListNode | MapNode;

export interface YamlTree {
  /** `undefined` for an empty file and where the text is not YAML at all. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
}

/** Meaning of a node; a key that stands twice has the first value (the tree reports it as a problem). */
export function meaningOf(node: YamlNode): YamlValue {
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(meaningOf);
    case 'map':
      return mapOf(node);
  }
}

/** What a map means; of a key that stands twice the first counts. */
export function mapOf(node: MapNode): YamlMap {
  const map = new Map<string, YamlValue>();
  for (const { key, value } of node.entries) {
    if (!map.has(key)) {
      map.set(key, meaningOf(value));
    }
  }
  return map;
}

/** The first entry with the key. */
export function entryOf(node: MapNode, key: string): MapEntry | undefined {
  return node.entries.find((entry) => entry.key === key);
}

/** Offset of the last thing in a node that has text of its own; for a scalar, its last character. */
export function lastLeaf(node: YamlNode): number {
  switch (node.type) {
    case 'scalar':
      return Math.max(node.start, node.end - 1);
    case 'list':
      return node.items.length > 0 ? lastLeaf(node.items[node.items.length - 1]!) : node.start;
    case 'map': {
      const last = node.entries[node.entries.length - 1];
      return last ? Math.max(last.start, lastLeaf(last.value)) : node.start;
    }
  }
}

/**
 * Reads one YAML document with the offset of every node. Anchors, aliases, tags, keys that are not scalars, several
 * documents and nesting past {@link maxDepth} are errors: no sidecar needs them and each has been an attack.
 * Problems with severity `error` mean that the file as a whole is not understood.
 */
export function parseYaml(text: string, lines = new LinePositions(text)): YamlTree {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: maxDepth });
  } catch (error) {
    return { root: undefined, problems: [syntaxProblem(error, lines)] };
  }
  return new TreeBuilder(text, events, lines).build();
}

function syntaxProblem(error: unknown, lines: LinePositions): Problem {
  // The reader throws nothing else; should it, the file is left as it is too.
  const { reason, mark } = error instanceof YAMLException ? error : new YAMLException('the reader failed');
  const deep = reason.startsWith('nesting exceeded');
  return {
    code: deep ? 'yaml-depth' : 'yaml-syntax',
    severity: 'error',
    message: deep
      ? `Nested more than ${maxDepth} levels deep. The file is left as it is.`
      : `Not valid YAML: ${reason}. The file is left as it is until this is repaired.`,
    args: deep ? [String(maxDepth)] : [reason],
    ...lines.at(Math.min(mark?.position ?? 0, lines.text.length)),
  };
}

const integer = /^(?:0|-?[1-9][0-9]{0,15})$/;
const numeric =
  /^[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.inf|\.Inf|\.INF)$/;
const nan = /^\.(?:nan|NaN|NAN)$/;

/** YAML 1.2 core schema; what we would print otherwise keeps its source. */
function resolvePlain(source: string): ScalarNode['value'] {
  switch (source) {
    case 'true':
      return true;
    case 'false':
      return false;
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'True':
    case 'TRUE':
    case 'False':
    case 'FALSE':
      return new PlainScalar(source);
  }
  if (integer.test(source) && Number.isSafeInteger(Number(source))) {
    return Number(source);
  }
  return numeric.test(source) || nan.test(source) ? new PlainScalar(source) : source;
}

type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>;

class TreeBuilder {
  readonly #problems: Problem[] = [];
  #next = 0;

  constructor(
    readonly text: string,
    readonly events: readonly Event[],
    readonly lines: LinePositions,
  ) {}

  build(): YamlTree {
    const documents = this.events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents === 0) {
      return { root: undefined, problems: [] };
    }
    if (documents > 1) {
      this.#report('yaml-documents', 'More than one YAML document (---) in one file.', this.#secondDocument());
    }
    this.#next = 1;
    return { root: this.#node(0), problems: this.#problems };
  }

  /** Where the line that begins it stands. */
  #secondDocument(): number {
    const [first] = this.events;
    const explicit = first?.type === EVENT_ID.DOCUMENT && first.explicitStart;
    const starts = [...this.text.matchAll(/^---(?=[ \t\r\n]|$)/gm)];
    return starts[explicit ? 1 : 0]?.index ?? this.text.length;
  }

  #report(code: string, message: string, offset: number, args: readonly string[] = []): void {
    this.#problems.push({ code, severity: 'error', message, args, ...this.lines.at(offset) });
  }

  /** @param fallback offset of a node that has no text of its own */
  #node(fallback: number): YamlNode {
    // The parser closes what it opens: where a node stands, it begins.
    const event = this.events[this.#next++] as NodeEvent;
    if (event.anchorStart >= 0) {
      const alias = event.type === EVENT_ID.ALIAS;
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      this.#report(
        alias ? 'yaml-alias' : 'yaml-anchor',
        `Anchors and aliases (${alias ? '*' : '&'}${name}) are not read; write the value out.`,
        event.anchorStart,
        [name],
      );
    }
    if (event.type === EVENT_ID.ALIAS) {
      return { type: 'scalar', start: event.anchorStart - 1, end: event.anchorEnd, value: null, block: false };
    }
    if (event.tagStart >= 0) {
      const name = this.text.slice(event.tagStart, event.tagEnd);
      this.#report('yaml-tag', `Tags (${name}) are not read; write a quoted string.`, event.tagStart, [name]);
    }
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, fallback);
      case EVENT_ID.SEQUENCE:
        return this.#list(event.start, event.style === COLLECTION_STYLE.FLOW);
      case EVENT_ID.MAPPING:
        return this.#map(event.start, event.style === COLLECTION_STYLE.FLOW);
    }
  }

  #scalar(event: ScalarEvent, fallback: number): ScalarNode {
    if (event.valueStart < 0) {
      return { type: 'scalar', start: fallback, end: fallback, value: null, block: false };
    }
    const source = getScalarValue(this.text, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const quote = plain || block ? 0 : 1;
    return {
      type: 'scalar',
      start: event.valueStart - quote,
      end: event.valueEnd + quote,
      value: plain ? resolvePlain(source) : source,
      block,
    };
  }

  #closed(): boolean {
    const type = this.events[this.#next]?.type;
    if (type === EVENT_ID.POP || type === undefined) {
      this.#next++;
      return true;
    }
    return false;
  }

  #list(start: number, flow: boolean): ListNode {
    const items: YamlNode[] = [];
    while (!this.#closed()) {
      items.push(this.#node(start));
    }
    return { type: 'list', start, flow, items };
  }

  #map(start: number, flow: boolean): MapNode {
    const entries: MapEntry[] = [];
    const seen = new Set<string>();
    while (!this.#closed()) {
      const keyNode = this.#node(start);
      const keyStart = keyNode.start;
      const value = this.#node(keyNode.type === 'scalar' ? keyNode.end + 1 : keyStart);
      if (keyNode.type !== 'scalar' || keyNode.start === keyNode.end) {
        this.#report('yaml-key', 'A key must be a single word or a quoted string.', keyStart);
        continue;
      }
      const key = keyText(this.text, keyNode);
      if (seen.has(key)) {
        this.#report('duplicate-key', `"${key}" stands twice here; keep one of them.`, keyStart, [key]);
      }
      seen.add(key);
      entries.push({ key, start: keyStart, value });
    }
    return { type: 'map', start, flow, entries };
  }
}

/** Keys are text: `1:` and `null:` are the keys "1" and "null". */
function keyText(text: string, node: ScalarNode): string {
  return typeof node.value === 'string' ? node.value : text.slice(node.start, node.end);
}
