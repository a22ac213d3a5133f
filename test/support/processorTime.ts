/** Processor time of this process in milliseconds: what else the machine does counts for little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
