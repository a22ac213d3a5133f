import { optional } from '../export/claimRecord';
import type { Correction, ItemId } from '../model/claim';
import type { TextRange } from '../model/range';
import { normalise } from '../text/normalise';
import { isItemId } from './importedId';
import type { ImportedCorrection } from './importer';
import type { ImportTarget, ImportTools } from './importTarget';
import { matchArticle } from './matchArticle';

/**
 * What becomes of one imported correction:
 * - `add`: its place is found for certain, it is added;
 * - `duplicate`: the same is decided there already;
 * - `conflict`: another decision stands there, or has its id; that one stays as it is;
 * - `orphan`: its place is not found for certain, it is left out;
 * - `no-article`: no article of the workspace is meant, or several may be.
 */
export type CorrectionAction = 'add' | 'duplicate' | 'conflict' | 'orphan' | 'no-article';

export interface PlannedCorrection {
  readonly action: CorrectionAction;
  /** Path of the article in the workspace; the name in the file for `no-article`. */
  readonly article: string;
  readonly correction: Correction;
}

/** Says what importing corrections would do and changes nothing. */
export function planCorrections(
  targets: readonly ImportTarget[],
  imported: readonly ImportedCorrection[],
  tools: ImportTools,
): PlannedCorrection[] {
  const byPath = new Map(targets.map((target) => [target.path, target]));
  const taken = new Set(targets.flatMap(({ annotations }) => annotations.corrections.map(({ id }) => id)));
  const byTarget = new Map<ImportTarget, ImportedCorrection[]>();
  const planned: PlannedCorrection[] = [];
  for (const item of imported) {
    const target = byPath.get(matchArticle(item.article, byPath) ?? '');
    if (target) {
      byTarget.set(target, [...(byTarget.get(target) ?? []), item]);
    } else {
      planned.push({ action: 'no-article', article: item.article, correction: correctionOf(item, tools) });
    }
  }
  for (const [target, items] of byTarget) {
    planned.push(
      ...planArticle(
        target,
        items.map((item) => correctionOf(item, tools)),
        taken,
        tools,
      ),
    );
  }
  return planned;
}

function planArticle(
  target: ImportTarget,
  items: readonly Correction[],
  taken: Set<ItemId>,
  tools: ImportTools,
): PlannedCorrection[] {
  const { corrections } = target.annotations;
  const anchors = tools.anchor(
    normalise(target.text).text,
    [...corrections, ...items].map(({ selector }) => selector),
  );
  const there = new Map<string, Correction>();
  corrections.forEach((correction, index) => {
    there.set(placeKey(correction, anchors[index]?.range), correction);
  });
  return items.map((item, index) => {
    const { state, range } = anchors[corrections.length + index] ?? { state: 'orphan' };
    const place = placeKey(item, range);
    const existing = corrections.find(({ id }) => id === item.id) ?? there.get(place);
    const result = (action: CorrectionAction): PlannedCorrection => {
      return { action, article: target.path, correction: item };
    };
    if (existing) {
      return result(decisionOf(existing) === decisionOf(item) ? 'duplicate' : 'conflict');
    }
    if (taken.has(item.id)) {
      return result('conflict');
    }
    if (!range || (state !== 'exact' && state !== 'moved')) {
      return result('orphan');
    }
    taken.add(item.id);
    there.set(place, item);
    return result('add');
  });
}

function correctionOf(imported: ImportedCorrection, tools: ImportTools): Correction {
  const { selector, position, decision, author, created } = imported;
  const id = isItemId(imported.id) ? imported.id : tools.newId();
  const hint = position?.unit === 'utf16' ? position.start : undefined;
  const quote = { ...selector, exact: normalise(selector.exact).text, ...optional('hint', hint) };
  return { id, selector: quote, ...decision, ...optional('author', author), ...optional('created', created) };
}

function placeKey({ about, selector }: Correction, range: TextRange | undefined): string {
  return range ? `${about} ${range.start}-${range.end}` : `${about} ${selector.exact}`;
}

/** What was decided, but not who decided it, when, or under which id. */
function decisionOf(correction: Correction): string {
  const { about, decision } = correction;
  const what = correction.decision === 'reject' ? null : correction.about === 'date' ? correction.value : correction;
  return JSON.stringify([about, decision, what && typeof what === 'object' ? [what.actor, what.kind] : what]);
}
