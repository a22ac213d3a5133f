import { type Command, type CommandInput, optionsOf } from '../command';
import { program } from '../help';
import { ExitCode, type Io, print, UsageError } from '../io';

const shells = ['bash', 'zsh', 'fish'] as const;

/** Made from the descriptions of the commands, so that it never lags behind them. */
export function completionCommand(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    summary: 'print a completion script for a shell',
    synopsis: [`completion ${shells.join('|')}`],
    description: ['Prints a script that completes commands, options, their values and files when TAB is pressed.'],
    options: {},
    examples: [
      [`source <(${program} completion bash)`, 'bash: in ~/.bashrc'],
      [`${program} completion zsh > "\${fpath[1]}/_${program}"`, 'zsh: once'],
      [`${program} completion fish > ~/.config/fish/completions/${program}.fish`, 'fish: once'],
    ],
    argument: 'word',
    words: shells,
    async run({ positionals }: CommandInput, io: Io): Promise<number> {
      const [shell] = positionals;
      const scripts = { bash, zsh, fish };
      if (positionals.length !== 1 || !(shells as readonly string[]).includes(shell ?? '')) {
        throw new UsageError(`Say which shell: ${shells.join(', ')}.`);
      }
      await print(io, scripts[shell as (typeof shells)[number]](commands()));
      return ExitCode.fine;
    },
  };
}

function longOptions(command: Command): string[] {
  return Object.keys(optionsOf(command)).map((name) => `--${name}`);
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const values = Object.entries(optionsOf(command))
      .filter(([, { choices }]) => choices)
      .map(
        ([name, { choices }]) =>
          `        --${name}) COMPREPLY=($(compgen -W "${choices?.join(' ')}" -- "$cur")); return;;`,
      );
    const words = [...longOptions(command), ...(command.words ?? [])].join(' ');
    return `    ${command.name})
      case "$prev" in
${values.join('\n')}
        *) ;;
      esac
      COMPREPLY=($(compgen -W "${words}" -- "$cur")${command.argument === 'file' ? ' $(compgen -f -- "$cur")' : ''});;`;
  });
  return `# bash completion for ${program}
_editorial_claims() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$cur"));;
  esac
}
complete -o filenames -F _editorial_claims ${program}
`;
}

function zsh(commands: readonly Command[]): string {
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, '\\$&');
  const cases = commands.map((command) => {
    const options = Object.entries(optionsOf(command)).map(([name, { type, help, choices, value, multiple }]) => {
      const argument = type === 'string' ? `:${value ?? 'value'}:${choices ? `(${choices.join(' ')})` : '_files'}` : '';
      return `        '${multiple ? '*' : ''}--${name}[${quoted(help)}]${argument}'`;
    });
    const rest = command.words ? `'*:word:(${command.words.join(' ')})'` : `'*:file:_files'`;
    return `    ${command.name})\n      _arguments \\\n${options.join(' \\\n')} \\\n        ${rest};;`;
  });
  return `#compdef ${program}
_editorial_claims() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join('\n')}
    'help:show the manual of a command'
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
    help)
      _arguments '*:command:(${commands.map(({ name }) => name).join(' ')})';;
  esac
}
compdef _editorial_claims ${program}
`;
}

function fish(commands: readonly Command[]): string {
  const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const lines = [`# fish completion for ${program}`, `complete -c ${program} -f`];
  for (const command of commands) {
    lines.push(`complete -c ${program} -n __fish_use_subcommand -a ${command.name} -d '${quoted(command.summary)}'`);
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    if (command.argument === 'file') {
      lines.push(`complete -c ${program} ${when} -F`);
    }
    for (const word of command.words ?? []) {
      lines.push(`complete -c ${program} ${when} -a ${word}`);
    }
    for (const [name, { short, type, choices, help }] of Object.entries(optionsOf(command))) {
      const value = type !== 'string' ? '' : choices ? ` -x -a '${choices.join(' ')}'` : ' -r -F';
      lines.push(
        `complete -c ${program} ${when}${short ? ` -s ${short}` : ''} -l ${name}${value} -d '${quoted(help)}'`,
      );
    }
  }
  const names = commands.map(({ name }) => name).join(' ');
  lines.push(
    `complete -c ${program} -n __fish_use_subcommand -a help -d 'show the manual of a command'`,
    `complete -c ${program} -n '__fish_seen_subcommand_from help' -a '${names}'`,
  );
  return `${lines.join('\n')}\n`;
}
