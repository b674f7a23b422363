import type { PushProblem } from '../../../lib/push/push-problem';
import { inWords } from '../../../lib/text/in-words';

interface ProblemTextProps {
  of: PushProblem['field'];
  problem: PushProblem | undefined;
}

/** What is wrong in a field, under it. Nothing for the problem of another one. */
export function ProblemText({ of, problem }: ProblemTextProps) {
  if (problem?.field !== of) return null;
  return (
    <p class="error-text" role="alert" data-problem={of}>
      {inWords(problem.text)}
    </p>
  );
}
