import type { ActorRegistry, ActorRole, RegisteredActor } from '../model/actorRegistry';
import { type Language, nameKinds } from '../model/recognition';
import { type FieldFault, FieldReader, nonEmpty, optional, present } from './itemFields';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { readFileBytes } from './itemFileRead';
import { actorsFormatVersion, newActorsText } from './sidecarFormat';
import { isList, type YamlMap, type YamlValue } from './yamlValue';

/** `actors.yaml` as it was read. */
export interface ActorsFile extends ItemFile {
  readonly registry: ActorRegistry;
}

/** Stands at the root of each workspace folder that has one. */
export const actorsFileName = 'actors.yaml';

const languages: readonly Language[] = ['en', 'ja'];
const keyOrder = ['kind', 'names', 'aliases', 'roles', 'wikidata', 'conflicts', 'merged', 'distinct'];

/** How `actors.yaml` is read, checked and printed. */
export const actorsKind: FileKind<ActorsFile> = {
  name: 'actors file',
  sections: ['actors'],
  newText: newActorsText,
  currentVersion: actorsFormatVersion,
  keyRank: (key) => {
    const rank = keyOrder.indexOf(key);
    return rank < 0 ? keyOrder.indexOf('conflicts') : rank;
  },
  // Names that nobody has read out make ids too: a person in katakana, an organisation in kanji.
  isId: (text) => /^[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}・＝-]{0,127}$/u.test(text),
  decode: (_section, id, map, faults) => readActor(id, map, faults),
  checkRest: (map, faults) => {
    new FieldReader(map, faults).texts('rejected');
  },
  finish: (file) => ({
    ...file,
    registry: {
      // `decode` gave exactly these.
      actors: [...file.decoded.get('actors')!.values()] as RegisteredActor[],
      rejected: textsOf(file.items.get(rest.section)?.get(rest.id)?.get('rejected')),
    },
  }),
};

function textsOf(value: YamlValue | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function readActorsFileBytes(bytes: Uint8Array): ActorsFile {
  return readFileBytes(actorsKind, bytes);
}

function readActor(id: string, map: YamlMap, faults: FieldFault[]): RegisteredActor | undefined {
  const fields = new FieldReader(map, faults);
  const kind = fields.known('kind', fields.required('kind'), nameKinds);
  const names = fields.nested('names');
  const read = {
    id,
    names: names ? optional(Object.fromEntries(languages.map((language) => [language, names.text(language)]))) : {},
    aliases: fields.texts('aliases'),
    roles: fields.maps('roles').flatMap(readRole),
    ...optional({ wikidata: fields.text('wikidata') }),
    merged: fields.texts('merged'),
    ...(map.has('distinct') ? { distinct: fields.texts('distinct') } : {}),
  };
  if (read.wikidata !== undefined && !/^Q[1-9][0-9]{0,11}$/.test(read.wikidata)) {
    fields.fault('unknown-value', 'wikidata', 'Q and digits', 'warning');
  }
  if (names === undefined && !map.has('names')) {
    fields.fault('missing-field', 'names', 'names');
  }
  return kind && { ...read, kind };
}

function readRole(fields: FieldReader): ActorRole[] {
  const title = fields.required('title');
  const dates = optional({ from: fields.date('from'), to: fields.date('to') });
  return title === undefined ? [] : [{ title, ...dates }];
}

/** Fields of an actor as they stand in the file. */
export function actorFields(actor: RegisteredActor): YamlMap {
  return present([
    ['kind', actor.kind],
    ['names', present(languages.map((language) => [language, actor.names[language]]))],
    ['aliases', nonEmpty(actor.aliases)],
    ['roles', nonEmpty(actor.roles.map(roleValue))],
    ['wikidata', actor.wikidata],
    ['merged', nonEmpty(actor.merged)],
    ['distinct', nonEmpty(actor.distinct ?? [])],
  ]);
}

function roleValue(role: ActorRole): YamlMap {
  return present([
    ['title', role.title],
    ['from', role.from],
    ['to', role.to],
  ]);
}
