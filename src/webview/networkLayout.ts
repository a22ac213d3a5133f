import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { type Mark, mostFrequent } from './marks';
import type { ClaimRow } from './protocol';

/** An actor with all its claims, or all claims that the same actors share. */
export interface NetworkNode extends Mark {
  /** `undefined` for claims. */
  readonly actor: string | undefined;
  readonly radius: number;
}

export interface NetworkEdge {
  readonly actor: NetworkNode;
  readonly claims: NetworkNode;
  /** The actor is the one who says it. */
  readonly says: boolean;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Claims that have no actor or only actors beyond the most frequent. */
  readonly left: number;
}

/** Beyond these a network is a hairball; the table has everything. */
const mostActors = 40;
const mostClaimNodes = 160;
/** Up to so many claims each is a dot of its own; beyond, those of the same source and actors are one. */
const mostSingles = 120;
const steps = 160;
/** Towards the middle, in a square. */
const pull = 0.05;

interface Moving {
  x: number;
  y: number;
  index?: number;
  readonly node: Omit<NetworkNode, 'x' | 'y'>;
}

/** How far parts that have nothing in common still push each other away. */
const reach = 220;

/** Places actors and claims by forces, for a surface so many times as wide as high; the same rows give the same picture. */
export function networkLayout(rows: readonly ClaimRow[], aspect = 1.5): Network {
  const actors = new Set(
    mostFrequent(rows.flatMap(actorsOf))
      .slice(0, mostActors)
      .map(([actor]) => actor),
  );
  const groups = new Map<string, ClaimRow[]>();
  const single = rows.length <= mostSingles;
  for (const [at, row] of rows.entries()) {
    const taking = actorsOf(row).filter((actor) => actors.has(actor));
    if (taking.length > 0) {
      const key = single ? String(at) : [row.source, ...taking.sort()].join('\n');
      const group = groups.get(key);
      if (group) {
        group.push(row);
      } else {
        groups.set(key, [row]);
      }
    }
  }
  const kept = [...groups.values()].sort((a, b) => b.length - a.length).slice(0, mostClaimNodes);
  const drawn = kept.flat();
  const byActor = new Map<string, Moving>();
  for (const actor of actors) {
    const claims = drawn.filter((row) => actorsOf(row).includes(actor));
    if (claims.length > 0) {
      const radius = 8 + 14 * Math.min(1, Math.sqrt(claims.length / Math.max(30, drawn.length)));
      byActor.set(actor, moving({ id: `actor:${actor}`, actor, claims, radius }));
    }
  }
  const ofClaims = kept.map((claims, at) =>
    moving({
      id: `claims:${at}`,
      actor: undefined,
      claims,
      radius: claims.length === 1 ? 6 : 6 + 2 * Math.log2(claims.length),
    }),
  );
  const links = ofClaims.flatMap((target) =>
    actorsOf(target.node.claims[0]!).flatMap((actor) => {
      const source = byActor.get(actor);
      return source ? [{ source, target, says: target.node.claims[0]!.source === actor }] : [];
    }),
  );
  const all = [...byActor.values(), ...ofClaims];
  forceSimulation(all)
    .force(
      'link',
      forceLink<Moving, (typeof links)[number]>(links).distance(({ says }) => (says ? 40 : 75)),
    )
    .force(
      'charge',
      forceManyBody<Moving>()
        .strength(({ node }) => (node.actor ? -260 : -50))
        .distanceMax(reach),
    )
    .force(
      'collide',
      forceCollide<Moving>(({ node }) => node.radius + (node.actor ? 16 : 4)),
    )
    .force('x', forceX(0).strength(pull / aspect))
    .force('y', forceY(0).strength(pull * aspect))
    .stop()
    .tick(steps);
  const placed = new Map(all.map((one) => [one, { ...one.node, x: one.x, y: one.y }]));
  const edges = links.map(({ source, target, says }) => ({
    actor: placed.get(source)!,
    claims: placed.get(target)!,
    says,
  }));
  return { nodes: [...placed.values()], edges, left: rows.length - drawn.length };
}

function moving(node: Moving['node']): Moving {
  // Not a number yet: the simulation gives first places by a fixed pattern.
  return { x: Number.NaN, y: Number.NaN, node };
}

/** Source and everybody else taking part, each once; neither the author nor nobody is an actor. */
export function actorsOf(row: ClaimRow): string[] {
  const source = row.source === '' || row.source === 'author' ? [] : [row.source];
  return [...new Set([...source, ...row.actors])];
}
