import type { AnnotationSet, Claim, Correction, ItemId } from '../model/claim';
import { keyRank, readClaim, readCorrection, type Section, sections } from './itemCodec';
import { FieldReader } from './itemFields';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { readFileBytes, readFileText } from './itemFileRead';
import { isItemId } from './itemId';
import { formatVersion, newSidecarText } from './sidecarFormat';

/** A sidecar as it was read. */
export interface Sidecar extends ItemFile {
  readonly annotations: AnnotationSet;
}

/** How the claims file of an article is read, checked and printed. */
export const sidecarKind: FileKind<Sidecar> = {
  name: 'sidecar',
  sections,
  newText: newSidecarText,
  currentVersion: formatVersion,
  keyRank,
  isId: isItemId,
  decode: (section, id, map, faults) =>
    section === 'claims' ? readClaim(id, map, faults) : readCorrection(id, map, faults),
  checkRest: (map, faults) => {
    new FieldReader(map, faults).date('published');
  },
  finish: (file) => ({
    ...file,
    annotations: {
      ...publishedOf(file),
      // `decode` gave exactly these for each section.
      claims: [...file.decoded.get('claims')!.values()] as Claim[],
      corrections: [...file.decoded.get('corrections')!.values()] as Correction[],
    },
  }),
};

/** A date that cannot be read is told as a problem and counts for nothing. */
function publishedOf(file: ItemFile): Pick<AnnotationSet, 'published'> {
  const map = file.items.get(rest.section)?.get(rest.id);
  const published = map && new FieldReader(map, []).date('published');
  return published === undefined ? {} : { published };
}

/** A claim or correction that could be read, by its id. */
export function itemOf<S extends Section>(sidecar: Sidecar, section: S, id: ItemId): Items[S] | undefined {
  // `decode` gave exactly these for each section.
  return sidecar.decoded.get(section)?.get(id) as Items[S] | undefined;
}

interface Items {
  readonly claims: Claim;
  readonly corrections: Correction;
}

export function readSidecarBytes(bytes: Uint8Array): Sidecar {
  return readFileBytes(sidecarKind, bytes);
}

export function readSidecar(text: string): Sidecar {
  return readFileText(sidecarKind, text);
}
