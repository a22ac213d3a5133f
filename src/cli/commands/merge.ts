import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { actorsFileName, actorsKind } from '../../annotations/actorsFile';
import { type MergedFile, mergeFileTexts } from '../../annotations/mergeFiles';
import { mergeSidecarTexts } from '../../annotations/mergeSidecars';
import { decodeYamlFile } from '../../annotations/sidecarGate';
import type { Command, CommandInput } from '../command';
import { fileReason } from '../fileReason';
import { program } from '../help';
import { CommandError, ExitCode, harmless, type Io, tell, UsageError } from '../io';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'merge sidecars by id, as a git merge driver',
  synopsis: ['merge BASE OURS THEIRS [PATH]', 'merge --install [--global]', 'merge --uninstall [--global]'],
  description: [
    'Merges three versions of a sidecar or of actors.yaml, item by item and field by field, and writes the result to OURS, as git asks of a merge driver (%O %A %B %P). Only a field that both sides changed in different ways is a conflict: both values are then kept in the item under "conflicts", for a person to choose from in the editor; there are never conflict markers in the file.',
    'An empty file stands for one that is not there. A version that cannot be understood is an error, and OURS stays as it is.',
    '--install makes git use it in the repository that the current folder belongs to: it sets merge.editorial-claims in the configuration and adds a line to .gitattributes, which is to be committed so that everyone profits.',
  ],
  options: {
    install: { type: 'boolean', help: 'Set up the merge driver in this repository.' },
    uninstall: { type: 'boolean', help: 'Take the merge driver out of the configuration.' },
    global: {
      type: 'boolean',
      help: 'Configure it for all repositories of this user; .gitattributes stays per repository.',
    },
  },
  exitStatus: [
    [0, 'Merged without conflict.'],
    [1, 'Merged; some fields keep both values.'],
    [2, 'Not merged; OURS is unchanged.'],
  ],
  examples: [
    [`${program} merge --install`, 'Once in each clone.'],
    [`${program} merge base.yaml ours.yaml theirs.yaml`, 'By hand; the result is in ours.yaml.'],
  ],
  argument: 'file',
  run: runMerge,
};

async function runMerge(input: CommandInput, io: Io): Promise<number> {
  const { install, uninstall, global } = input.values;
  if (install || uninstall) {
    return install ? setUp(io, global === true) : takeOut(io, global === true);
  }
  const [base, ours, theirs, name, ...more] = input.positionals;
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError('Name the three versions: BASE OURS THEIRS.');
  }
  const shown = name ?? ours;
  const texts: string[] = [];
  for (const file of [base, ours, theirs]) {
    texts.push(await readVersion(file, io)); // one by one: the first that cannot be read is the one to tell of
  }
  const merged = mergeTexts(path.basename(shown) === actorsFileName, texts[0]!, texts[1]!, texts[2]!);
  if (merged.text === undefined) {
    const { line = 0, message = 'cannot be understood' } = merged.problem ?? {};
    throw new CommandError(
      `${harmless(shown)}:${line + 1}: ${harmless(message)} Not merged; repair one side and merge again.`,
    );
  }
  if (merged.text !== texts[1]) {
    await fs.writeFile(path.resolve(io.cwd, ours), merged.text);
  }
  for (const { id, field } of merged.conflicts) {
    tell(
      io,
      `${harmless(shown)}: ${id}: both sides changed "${harmless(field)}"; both values are kept, choose one in the editor.`,
    );
  }
  return merged.conflicts.length > 0 ? ExitCode.problems : ExitCode.fine;
}

function mergeTexts(isRegistry: boolean, base: string, ours: string, theirs: string): MergedFile {
  return isRegistry ? mergeFileTexts(actorsKind, base, ours, theirs) : mergeSidecarTexts(base, ours, theirs);
}

async function readVersion(file: string, io: Io): Promise<string> {
  const bytes = await fs.readFile(path.resolve(io.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: ${fileReason(error)}`);
  });
  if (bytes.length === 0) {
    return '';
  }
  const { text, problems } = decodeYamlFile(bytes);
  if (text === undefined) {
    throw new CommandError(`${file}: ${problems[0]?.message ?? 'cannot be read.'}`);
  }
  return text;
}

const driver = 'editorial-claims';
const attributes = [`*.claims.yaml merge=${driver}`, `${actorsFileName} merge=${driver}`];

async function setUp(io: Io, global: boolean): Promise<number> {
  const scope = global ? ['--global'] : ['--local'];
  git(io, ['config', ...scope, `merge.${driver}.name`, 'Merge claims by id']);
  git(io, ['config', ...scope, `merge.${driver}.driver`, `${program} merge %O %A %B %P`]);
  tell(io, `git uses "${program} merge" from now on (${global ? 'for this user' : 'in this repository'}).`);
  if (global) {
    tell(io, `Add to .gitattributes of each repository: ${attributes.join(' and ')}`);
    return ExitCode.fine;
  }
  const file = path.join(git(io, ['rev-parse', '--show-toplevel']).trim(), '.gitattributes');
  const before = await fs.readFile(file, 'utf8').catch(() => '');
  const missing = attributes.filter((line) => !before.split(/\r?\n/).includes(line));
  if (missing.length > 0) {
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    await fs.writeFile(file, `${before}${gap}${missing.join('\n')}\n`);
    tell(io, `${file}: ${missing.length} lines added. Commit this file.`);
  }
  return ExitCode.fine;
}

async function takeOut(io: Io, global: boolean): Promise<number> {
  git(io, ['config', global ? '--global' : '--local', '--remove-section', `merge.${driver}`]);
  tell(io, 'git merges these files by lines again. The lines in .gitattributes do no harm and stay.');
  return ExitCode.fine;
}

function git(io: Io, args: readonly string[]): string {
  try {
    return execFileSync('git', args, { cwd: io.cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    const reason = code === 'ENOENT' ? 'git is not installed.' : (stderr ?? '').trim() || 'git failed.';
    throw new CommandError(`git ${args[0]}: ${reason}`);
  }
}
