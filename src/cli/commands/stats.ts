import type { AnchorState, Claim } from '../../model/claim';
import { encodingOption, openFolder, readArticles } from '../articles';
import type { Command, CommandInput } from '../command';
import { ExitCode, harmless, type Io, print, styled } from '../io';

export const statsCommand: Command = {
  name: 'stats',
  summary: 'count what people recorded',
  synopsis: ['stats [--json] [FILE|FOLDER|PATTERN]...'],
  description: [
    'Counts articles, claims by status, kind, source, stance and author, links by relation, corrections, and how well the passages are attached, for the given articles, folders or patterns, the current folder where none is given.',
  ],
  options: {
    json: { type: 'boolean', help: 'Print one JSON object.' },
    encoding: encodingOption,
  },
  examples: [['editorial-claims stats --json 2024/ | jq .status', 'How far the reviews of a year are.']],
  argument: 'file',
  run: runStats,
};

type Counts = Record<string, number>;

async function runStats(input: CommandInput, io: Io): Promise<number> {
  const { host } = await openFolder(input, io);
  const skipped = { count: 0 };
  const totals = { articles: host.found.length, annotated: 0, claims: 0, corrections: 0, links: 0 };
  const groups = {
    status: tally(),
    kind: tally(),
    source: tally(),
    stance: tally(),
    author: tally(),
    relation: tally(),
    place: tally(),
  };
  for await (const { attached } of readArticles(host, io, skipped, { annotatedOnly: true })) {
    totals.annotated++;
    totals.claims += attached.claims.length;
    totals.corrections += attached.corrections.length;
    for (const { claim, state } of attached.claims) {
      countClaim(claim, state, groups);
      totals.links += claim.links.length;
    }
  }
  const sorted = Object.fromEntries(Object.entries(groups).map(([name, { counts }]) => [name, sortedCounts(counts)]));
  if (input.values.json) {
    await print(io, `${JSON.stringify({ ...totals, ...sorted }, undefined, 2)}\n`);
  } else {
    const title = (text: string): string => styled(io, io.stdout, 'bold', text);
    const lines = Object.entries(totals).map(([name, count]) => `${title(name.padEnd(12))} ${count}`);
    for (const [name, counts] of Object.entries(sorted)) {
      if (Object.keys(counts).length > 0) {
        lines.push('', title(name));
        lines.push(...Object.entries(counts).map(([key, count]) => `${String(count).padStart(7)}  ${harmless(key)}`));
      }
    }
    await print(io, `${lines.join('\n')}\n`);
  }
  return skipped.count > 0 ? ExitCode.problems : ExitCode.fine;
}

interface Tally {
  readonly counts: Map<string, number>;
  add(key: string | undefined | null): void;
}

function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    counts,
    add(key) {
      const name = key ?? '(none)';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
  };
}

function countClaim(claim: Claim, state: AnchorState, groups: Readonly<Record<string, Tally>>): void {
  groups.status?.add(claim.status);
  groups.kind?.add(claim.kind);
  groups.source?.add(claim.source);
  groups.stance?.add(claim.stance);
  groups.author?.add(claim.author);
  groups.place?.add(state);
  for (const { relation } of claim.links) {
    groups.relation?.add(relation);
  }
}

/** Most frequent first, equal ones by name. `Object.fromEntries` makes own properties, whatever the name. */
function sortedCounts(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
