import { saidOf } from '../model/said-error';
import type { Session } from '../model/session';
import type { Outcomes } from '../outcome/outcomes';
import { checkExpectations } from './check-expectations';
import type { Contract, ContractState } from './contracts';
import type { Expectations } from './expectations-schema';
import { marksOf } from './marks-of';
import { readExpectations } from './read-expectations';

let last: { contract: Contract; expectations: Expectations } | undefined;

/** A file is read once, however often it is checked. */
const expectationsOf = (contract: Contract): Expectations => {
  if (last?.contract !== contract)
    last = { contract, expectations: readExpectations(contract.text) };
  return last.expectations;
};

/** Checks a session that goes on against a site's contract. */
export const checkContract = (
  contract: Contract,
  session: Session,
  outcomes: Outcomes,
): ContractState => {
  try {
    const checked = checkExpectations(session, expectationsOf(contract), { outcomes });
    return { contract, problem: '', checked, marks: marksOf(checked) };
  } catch (error) {
    return { contract, problem: saidOf(error), checked: [], marks: new Map() };
  }
};
