import { Problem } from '#contract/problems.ts';
import { readConfig } from '#server/config.ts';
import { examine, type Finding } from '#server/doctor.ts';

/** Prints what was found and what to do about it; true when a film can be made here. */
export async function doctorCommand(
  output: { write(text: string): unknown },
  options: { readonly json: boolean },
): Promise<boolean> {
  const findings = await examine(configOrProblem());
  const well = findings.every((finding) => finding.verdict !== 'broken');
  if (options.json) {
    output.write(`${JSON.stringify({ well, findings })}\n`);
    return well;
  }
  const width = Math.max(...findings.map((finding) => finding.what.length));
  for (const finding of findings) output.write(line(finding, width));
  output.write(well ? '\nA film can be made here.\n' : '\nMend what is marked ✕, then try again.\n');
  return well;
}

function configOrProblem(): ReturnType<typeof readConfig> | Problem {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const marks: Record<Finding['verdict'], string> = { well: '✓', 'could be better': '!', broken: '✕' };

function line(finding: Finding, width: number): string {
  const advice = finding.advice ? `\n${' '.repeat(width + 4)}${finding.advice}` : '';
  return `${marks[finding.verdict]} ${finding.what.padEnd(width)}  ${finding.found}${advice}\n`;
}
