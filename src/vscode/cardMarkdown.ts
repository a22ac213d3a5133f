import * as vscode from 'vscode';
import type { FieldConflict, Verdict } from '../model/claim';
import type { ActorId } from '../model/recognition';
import { quoted } from '../text/quoted';
import { shortened } from '../text/shortened';
import { withoutDateline } from '../text/withoutDateline';
import type { ActorCard, Card, ClaimCard, ClaimLine, ClaimLines, DateCard, LinkLine } from '../workspace/cards';
import type { ClaimIndex } from '../workspace/claimIndex';
import { actorName, familyTieText, soundAlikeText, sourceName } from './actorNames';
import { commandLink, type Place } from './commandLinks';
import { commands } from './contributions';
import { escapeMarkdown } from './escapeMarkdown';
import {
  anchorLabel,
  backlinkLabel,
  claimKindLabel,
  countLabel,
  dateLabel,
  displayLanguage,
  nameKindLabel,
  pointLabel,
  relationLabel,
  stanceLabel,
  statusLabel,
  verdictText,
} from './labels';
import { actions, paragraphs, webLink } from './markdownParts';
import { reasonText } from './reasonText';
import { ruleLabel } from './ruleLabels';

const { t } = vscode.l10n;

const mostTies = 2;

/** Words the cards of a place, as Markdown. `article` is the article that the mouse or the cursor is in. */
export function cardMarkdown(card: Card, index: ClaimIndex, article: string): string {
  const words = new CardWords(index, article);
  switch (card.about) {
    case 'actor':
      return words.actor(card);
    case 'date':
      return words.date(card);
    case 'claim':
      return words.claim(card);
  }
}

function percent(share: number): number {
  return Math.round(share * 100);
}

class CardWords {
  readonly #index: ClaimIndex;
  readonly #article: string;

  constructor(index: ClaimIndex, article: string) {
    this.#index = index;
    this.#article = article;
  }

  actor(card: ActorCard): string {
    const { en, ja } = card.names;
    const names = (displayLanguage() === 'ja' ? [ja, en] : [en, ja]).filter((name) => name !== undefined);
    const place = this.#place(card.range);
    return paragraphs(
      `**${[...new Set(names)].map(escapeMarkdown).join(' · ') || escapeMarkdown(card.actor)}**`,
      `${nameKindLabel(card.kind)} · ${t('named {0} times in {1} articles', countLabel(card.mentions), countLabel(card.articles))}`,
      card.soundAlike
        ? `*${escapeMarkdown(soundAlikeText(card.soundAlike))}* · ${commandLink(t('One or two?'), commands.correctActor, place)}`
        : '',
      ...card.familyTies.slice(0, mostTies).map((tie) => {
        const text = familyTieText(tie, actorName(this.#index, tie.companion));
        return `*${escapeMarkdown(text)}* · ${commandLink(t('One or two?'), commands.correctActor, place)}`;
      }),
      card.perhaps
        ? `*${escapeMarkdown(t('Perhaps the same as “{0}”', card.perhaps.name))}* · ${commandLink(t('One or two?'), commands.correctActor, place)}`
        : '',
      this.#elsewhere(card.elsewhere, t('No other article has a claim with this actor.')),
      this.#namedIn(card.actor, new Set(card.elsewhere.lines.map(({ article }) => article))),
      actions(
        commandLink(t('Record claim'), commands.recordClaim, place),
        commandLink(t('Not an actor, other kind, same as…'), commands.correctActor, place),
      ),
    );
  }

  date(card: DateCard): string {
    const value = card.value === null ? t('Date unknown') : dateLabel(card.value);
    const edtf = card.value === null ? '' : ` · \`${card.value}\``;
    const place = this.#place(card.range);
    const certainty = t('{0} % certain', percent(card.confidence));
    return paragraphs(
      `**${escapeMarkdown(value)}**${edtf}`,
      `${escapeMarkdown(ruleLabel(card.rule))} · ${certainty}`,
      card.value === null ? '' : this.#elsewhere(card.elsewhere, t('No other article has a claim about this time.')),
      actions(
        ...(card.value === null
          ? [commandLink(t('Set the publication date…'), commands.setPublicationDate, place)]
          : []),
        commandLink(t('Correct the date…'), commands.correctDate, place),
      ),
    );
  }

  claim(card: ClaimCard): string {
    const { claim, record } = card;
    const details = [
      claimKindLabel(claim.kind),
      claim.stance ? stanceLabel(claim.stance) : '',
      claim.date ? dateLabel(claim.date) : '',
      claim.recorded ? statusLabel(claim.status) : t('recognised, not recorded'),
      card.anchor === 'review' || card.anchor === 'moved' ? anchorLabel(card.anchor) : '',
    ].filter((detail) => detail !== '');
    const place = { ...this.#place(card.range), claim: claim.id };
    const role = record?.role ? ` (${escapeMarkdown(record.role)})` : '';
    return paragraphs(
      `**${escapeMarkdown(sourceName(this.#index, claim.source))}**${role} · ${details.map(escapeMarkdown).join(' · ')}`,
      record?.conflicts ? this.#conflicts(record.conflicts) : '',
      record?.statement ? `> ${escapeMarkdown(record.statement)}` : '',
      record?.note ? escapeMarkdown(record.note) : '',
      record?.verdict ? this.#verdict(record.verdict) : '',
      this.#links(card),
      this.#points(card),
      this.#related(card),
      record
        ? actions(
            commandLink(t('Edit…'), commands.editClaim, place),
            commandLink(t('Link…'), commands.linkClaim, place),
          )
        : actions(commandLink(t('Record claim'), commands.recordClaim, place)),
    );
  }

  /** The other articles that name the actor and have not been `told` of, with a link to where each first does. */
  #namedIn(actor: ActorId, told: ReadonlySet<string>): string {
    const first = new Map<string, Place>();
    for (const place of this.#index.mentionsOf(actor)) {
      if (place.article !== this.#article && !told.has(place.article) && !first.has(place.article)) {
        first.set(place.article, place);
      }
    }
    const shown = [...first.values()].slice(0, mostArticles).map((place) => {
      const title = this.#index.get(place.article)?.title ?? '';
      return commandLink(
        shortened(title || place.article, longest),
        commands.reveal,
        asBarePlace(place),
        t('Open it there'),
      );
    });
    if (shown.length === 0) {
      return '';
    }
    const more =
      first.size > shown.length ? ` · ${escapeMarkdown(t('and {0} more', countLabel(first.size - shown.length)))}` : '';
    return `${escapeMarkdown(t('Also named in'))}: ${shown.join(' · ')}${more}`;
  }

  #elsewhere(lines: ClaimLines, none: string): string {
    if (lines.lines.length === 0) {
      return `*${escapeMarkdown(none)}*`;
    }
    const more = lines.more > 0 ? [`- ${escapeMarkdown(t('and {0} more', countLabel(lines.more)))}`] : [];
    return [`${t('In other articles')}:`, '', ...once(lines.lines).map((line) => this.#line(line)), ...more].join('\n');
  }

  #links(card: ClaimCard): string {
    const line = (link: LinkLine, label: string): string =>
      link.claim
        ? this.#line(link.claim, label)
        : `- ${escapeMarkdown(label)}: ${escapeMarkdown(quoted(link.quote))} *${escapeMarkdown(t('(not found any more)'))}*`;
    return [
      ...card.links.map((link) => line(link, relationLabel(link.relation))),
      ...card.backlinks.map((link) => line(link, backlinkLabel(link.relation))),
    ].join('\n');
  }

  #conflicts(conflicts: readonly FieldConflict[]): string {
    const text = t(
      'Two people changed this claim in different ways: {0}.',
      conflicts.map(({ field }) => field).join(', '),
    );
    return `${escapeMarkdown(text)} ${commandLink(t('Choose…'), commands.openSidecar, { article: this.#article })}`;
  }

  #verdict(verdict: Verdict): string {
    const evidence = verdict.evidence.map(({ url, title }) => webLink(title || url, url));
    const line = `${t('Verdict')}: **${escapeMarkdown(verdictText(verdict))}**`;
    return evidence.length > 0 ? `${line}  \n${t('Evidence')}: ${evidence.join(' · ')}` : line;
  }

  #points(card: ClaimCard): string {
    return card.points
      .slice(0, 3)
      .map((point) => this.#line(point.other, `${t('Worth a look')}: ${pointLabel(point.reason)}`))
      .join('\n');
  }

  #related(card: ClaimCard): string {
    if (card.related.length === 0) {
      return '';
    }
    const lines = once(card.related)
      .slice(0, 3)
      .map((line) => {
        const why = reasonText(this.#index, line.why, card.claim.quote);
        const pair = {
          ...this.#place(card.range),
          claim: card.claim.id,
          target: { article: line.article, id: line.id },
        };
        const link = commandLink(t('Link…'), commands.linkClaim, pair);
        return `${this.#line(line)}  \n  ${why === '' ? '' : `*${escapeMarkdown(why)}* · `}${link}`;
      });
    return [`${t('Perhaps related')}:`, '', ...lines].join('\n');
  }

  /** "2 Dec 2025 · **Putin** opposes: [“…”](…) — Title". */
  #line(line: ClaimLine, before?: string): string {
    const when = line.published ?? line.date;
    const parts = [
      before ? escapeMarkdown(before) : '',
      when ? escapeMarkdown(dateLabel(when)) : '',
      `**${escapeMarkdown(sourceName(this.#index, line.source))}**${line.stance ? ` ${escapeMarkdown(stanceLabel(line.stance))}` : ''}`,
    ].filter((part) => part !== '');
    const place: Place = { article: line.article, start: line.start, end: line.end };
    const link = commandLink(
      quoted(shortened(withoutDateline(line.quote), longest)),
      commands.reveal,
      place,
      t('Open it there'),
    );
    return `- ${parts.join(' · ')}: ${link} — ${escapeMarkdown(line.title)}`;
  }

  #place(range: { readonly start: number; readonly end: number }): Place {
    return { article: this.#article, start: range.start, end: range.end };
  }
}

const longest = 140;
/** Articles that a card names; the rest is counted. */
const mostArticles = 5;

function asBarePlace({ article, start, end }: Place): Place {
  return { article, start, end };
}

/** A sentence can hold the claims of two sources: its words stand once. */
function once<Line extends ClaimLine>(lines: readonly Line[]): readonly Line[] {
  const sentences = lines.map(({ article, start, end }) => `${article}#${start}-${end}`);
  return lines.filter((_, i) => sentences.indexOf(sentences[i]!) === i);
}
