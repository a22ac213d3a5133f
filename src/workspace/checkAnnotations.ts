import type { Sidecar } from '../annotations/sidecarRead';
import type { Problem } from '../model/problem';
import { shortLine } from '../text/shortened';
import type { AnchoredAnnotations } from './anchoredAnnotations';
import { resolveArticle } from './articlePath';
import type { Uri } from './host';

/** One article's sidecar as the check sees it. */
export interface CheckedSidecar {
  readonly article: Uri;
  readonly sidecarUri: Uri;
  /** Only what the check needs: a workspace has thousands, and the parsed YAML of all of them is large. */
  readonly sidecar: Pick<Sidecar, 'annotations' | 'problems' | 'text'>;
  /** `undefined` where the article is gone. */
  readonly attached: AnchoredAnnotations | undefined;
}

export interface FoundProblem {
  /** The file that the problem is about. */
  readonly uri: Uri;
  readonly problem: Problem;
}

/**
 * What is wrong with the annotations of a whole workspace: what reading each sidecar said, passages that are lost or
 * wait for a person, links that lead nowhere, one id for two claims, sidecars without article. In order of file and line.
 */
export function checkAnnotations(checked: readonly CheckedSidecar[]): FoundProblem[] {
  const places = new Map<string, Uri[]>();
  for (const { article, sidecar } of checked) {
    for (const { id } of sidecar.annotations.claims) {
      places.set(id, [...(places.get(id) ?? []), article]);
    }
  }
  return checked.flatMap((one) => {
    const found = [
      ...one.sidecar.problems,
      ...placeProblems(one),
      ...linkProblems(one, places),
      ...copies(one, places),
    ];
    found.sort((a, b) => a.line - b.line || a.column - b.column);
    return found.map((problem) => ({ uri: one.sidecarUri, problem }));
  });
}

function placeProblems({ sidecar, attached }: CheckedSidecar): Problem[] {
  if (!attached) {
    const message = 'The article of this sidecar is not there. Move the sidecar along, or bring the article back.';
    return [{ code: 'no-article', severity: 'error', message, line: 0, column: 0 }];
  }
  const lines = new ItemLines(sidecar.text);
  return attached.claims.flatMap(({ claim, state }): Problem[] => {
    if (state === 'exact' || state === 'moved') {
      return [];
    }
    const quote = shortLine(claim.selector.exact);
    const { code, message } =
      state === 'orphan'
        ? {
            code: 'orphan' as const,
            message: `The passage "${quote}" is not in the article any more. Attach the claim anew or delete it.`,
          }
        : {
            code: 'needs-review' as const,
            message: `The passage "${quote}" has changed or its place is uncertain. Confirm the place in the review queue.`,
          };
    return [
      { code, severity: 'warning', message, ...lines.of(claim.id), item: claim.id, args: [claim.selector.exact] },
    ];
  });
}

function linkProblems({ article, sidecar }: CheckedSidecar, places: ReadonlyMap<string, readonly Uri[]>): Problem[] {
  const lines = new ItemLines(sidecar.text);
  return sidecar.annotations.claims.flatMap((claim) =>
    claim.links.flatMap((link): Problem[] => {
      const target = resolveArticle(article, link.article);
      const there = places.get(link.claim) ?? [];
      if (there.includes(target)) {
        return [];
      }
      const where = link.article === '' ? 'this article' : link.article;
      const hint = there.length > 0 ? ' A claim of that id is in another article: repair the link.' : '';
      const message = `The link "${link.relation}" leads to claim ${link.claim} of ${where}, which is not there.${hint}`;
      const args = [link.relation, link.article, link.claim];
      return [{ code: 'dangling-link', severity: 'warning', message, args, item: claim.id, ...lines.of(claim.id) }];
    }),
  );
}

function copies({ article, sidecar }: CheckedSidecar, places: ReadonlyMap<string, readonly Uri[]>): Problem[] {
  const lines = new ItemLines(sidecar.text);
  return sidecar.annotations.claims.flatMap(({ id }): Problem[] => {
    const others = places.get(id)!.filter((place) => place !== article);
    if (others.length === 0) {
      return [];
    }
    const message = `Claim ${id} is in ${others.length + 1} articles, so links to it are ambiguous. Give one a new id.`;
    return [{ code: 'shared-id', severity: 'warning', message, args: [id], item: id, ...lines.of(id) }];
  });
}

/** Where items begin in a sidecar's text; an id that is not found is placed at the beginning. */
class ItemLines {
  #places: Map<string, { line: number; column: number }> | undefined;

  constructor(readonly text: string) {}

  of(id: string): { line: number; column: number } {
    this.#places ??= this.#read();
    return this.#places.get(id) ?? { line: 0, column: 0 };
  }

  #read(): Map<string, { line: number; column: number }> {
    const places = new Map<string, { line: number; column: number }>();
    for (const [line, content] of this.text.split('\n').entries()) {
      const key = /^( *)["']?([a-z0-9]+)["']?:/.exec(content);
      if (key && !places.has(key[2]!)) {
        places.set(key[2]!, { line, column: key[1]!.length });
      }
    }
    return places;
  }
}
