import { readSidecarBytes } from '../../annotations/sidecarRead';
import { attachAnnotations } from '../../workspace/attachAnnotations';
import { type CheckedSidecar, checkAnnotations, type FoundProblem } from '../../workspace/checkAnnotations';
import type { Uri } from '../../workspace/host';
import { articleOf, sidecarOf } from '../../workspace/sidecarPlace';
import { readIfThere } from '../../workspace/verifiedWrite';
import { shortPath } from '../articleFiles';
import { encodingOption, openFolder, reasonOf } from '../articles';
import { type Command, type CommandInput, textOption } from '../command';
import { inOrder } from '../inOrder';
import { counted, ExitCode, harmless, type Io, print, progress, styled, tell } from '../io';
import { sarifLog } from '../sarif';
import { version } from '../version';

export const checkCommand: Command = {
  name: 'check',
  summary: 'check what people recorded, for editors and for CI',
  synopsis: ['check [OPTION]... [FILE|FOLDER|PATTERN]...'],
  description: [
    'Reads every sidecar (ARTICLE.claims.yaml) of the given articles, folders or patterns, the current folder where none is given, and finds each passage again in its article.',
    'Told are: what cannot be understood in a sidecar, missing required fields, passages that are not in the article any more (orphan) or that changed in a name, a number or a negation (needs-review), links that lead nowhere (dangling-link), one id in two articles (shared-id), sidecars whose article is gone (no-article).',
    'Nothing is changed.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif'],
      help: 'How problems are printed; text where it is not given.',
    },
    json: { type: 'boolean', help: 'The same as --format json.' },
    'max-warnings': {
      type: 'string',
      value: 'N',
      help: 'Exit with 0 while there are no errors and at most N warnings; 0 where it is not given.',
    },
    quiet: { type: 'boolean', short: 'q', help: 'Print errors only.' },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'No problems.'],
    [1, 'Problems were found.'],
    [2, 'Wrong use, or files could not be read.'],
  ],
  examples: [
    ['editorial-claims check', 'Check the current folder.'],
    [
      'editorial-claims check --format sarif . > claims.sarif',
      'In CI, for a host that shows problems beside the lines.',
    ],
    ["editorial-claims check '2024/**/*.txt' --max-warnings 10", 'Some articles, letting a few warnings pass.'],
  ],
  argument: 'file',
  run: runCheck,
};

async function runCheck(input: CommandInput, io: Io): Promise<number> {
  const limit = Number(textOption(input, 'max-warnings') ?? 0);
  const format = input.values.json ? 'json' : (textOption(input, 'format') ?? 'text');
  const { host, sidecars } = await openFolder(input, io);
  const wanted = new Set([...sidecars, ...host.found.map((article) => sidecarOf(host, article))]);
  const checked: CheckedSidecar[] = [];
  let unreadable = 0;
  let done = 0;
  const read = async (sidecarUri: Uri): Promise<CheckedSidecar | { readonly reason: string } | undefined> => {
    const article = articleOf(host, sidecarUri)!;
    try {
      const bytes = await readIfThere(host.files, sidecarUri);
      if (!bytes) {
        return undefined;
      }
      const { annotations, problems, text: yaml } = readSidecarBytes(bytes);
      const text = await readIfThere(host.files, article).then((there) => there && host.decode(article, there));
      const attached = text === undefined ? undefined : attachAnnotations(annotations, text);
      return { article, sidecarUri, sidecar: { annotations, problems, text: yaml }, attached };
    } catch (error) {
      return { reason: reasonOf(io, article, error) };
    }
  };
  for await (const result of inOrder([...wanted].sort(), read)) {
    if (result && 'reason' in result) {
      unreadable++;
      tell(io, result.reason);
    } else if (result) {
      checked.push(result);
    }
    if (++done % 200 === 0) {
      progress(io, `${done} of ${wanted.size}`);
    }
  }
  progress(io, undefined);
  const problems = checkAnnotations(checked).filter(
    ({ problem }) => !input.values.quiet || problem.severity === 'error',
  );
  await printProblems(problems, format, io);
  const errors = count(problems, 'error');
  const warnings = count(problems, 'warning');
  if (format === 'text') {
    const articles = `${counted(checked.length, 'sidecar')} checked`;
    tell(
      io,
      problems.length === 0
        ? `${articles}, no problems.`
        : `${articles}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
    );
  }
  if (unreadable > 0) {
    return ExitCode.wrongUse;
  }
  return errors > 0 || warnings > (Number.isFinite(limit) ? limit : 0) ? ExitCode.problems : ExitCode.fine;
}

function count(problems: readonly FoundProblem[], severity: FoundProblem['problem']['severity']): number {
  return problems.filter(({ problem }) => problem.severity === severity).length;
}

async function printProblems(problems: readonly FoundProblem[], format: string, io: Io): Promise<void> {
  if (format === 'sarif') {
    await print(io, `${JSON.stringify(sarifLog(problems, version, io), undefined, 2)}\n`);
    return;
  }
  if (format === 'json') {
    const list = problems.map(({ uri, problem }) => ({
      file: shortPath(io, uri),
      ...problem,
      line: problem.line + 1,
      column: problem.column + 1,
    }));
    await print(io, `${JSON.stringify(list, undefined, 2)}\n`);
    return;
  }
  const colours = { error: 'red', warning: 'yellow', information: 'cyan' } as const;
  for (const { uri, problem } of problems) {
    const place = `${shortPath(io, uri)}:${problem.line + 1}:${problem.column + 1}`;
    const level = styled(io, io.stdout, colours[problem.severity], problem.severity);
    await print(io, `${harmless(place)}: ${level}: ${harmless(problem.message)} [${problem.code}]\n`);
  }
}
