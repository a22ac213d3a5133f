import type { ClaimStatus } from '../model/claim';
import type { NameKind } from '../model/recognition';
import { type Mark, stanceOf } from './marks';
import type { ActorRow, ClaimRow, OverviewText, OverviewTexts } from './protocol';

/** Words the data for people, with what the host translated. */
export class Words {
  readonly #texts: OverviewTexts;
  readonly #actors: ReadonlyMap<string, ActorRow>;
  readonly #number: Intl.NumberFormat;

  constructor(texts: OverviewTexts, actors: readonly ActorRow[]) {
    this.#texts = texts;
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]));
    this.#number = new Intl.NumberFormat(texts.language);
  }

  get language(): string {
    return this.#texts.language;
  }

  text(key: OverviewText, ...values: readonly (string | number)[]): string {
    return this.#texts.texts[key].replace(/\{(\d)\}/g, (_, at: string) => {
      const value = values[Number(at)] ?? '';
      return typeof value === 'number' ? this.#number.format(value) : value;
    });
  }

  count(claims: number): string {
    return claims === 1 ? this.text('oneClaim') : this.text('claims', claims);
  }

  /** Name of an actor, of the author or of nobody known. */
  name(source: string): string {
    return this.#actors.get(source)?.name ?? source;
  }

  kind(actor: string): NameKind {
    return this.#actors.get(actor)?.kind ?? 'misc';
  }

  stance(stance: ClaimRow['stance']): string {
    return stance ? this.#texts.stances[stance] : this.text('noStance');
  }

  statusName(status: ClaimStatus): string {
    return this.#texts.statuses[status];
  }

  status(row: ClaimRow): string {
    return row.recorded ? this.statusName(row.status) : this.text('recognised');
  }

  /** Who, when, stance and status of a claim in one line. */
  details(row: ClaimRow): string {
    const parts = [
      this.name(row.source),
      row.when,
      row.stance ? this.stance(row.stance) : '',
      this.status(row),
      row.title,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  /** What a mark is called by screen readers, after `what` where it is more than its claims. */
  markLabel(mark: Mark, what = ''): string {
    const [only, ...more] = mark.claims;
    if (only && more.length === 0) {
      return [what, only.quote, this.details(only)].filter((part) => part !== '').join('. ');
    }
    const stance = stanceOf(mark.claims);
    const tail = stance === 'mixed' || stance === 'none' ? '' : this.stance(stance);
    return [what, this.count(mark.claims.length), tail].filter((part) => part !== '').join(', ');
  }
}
