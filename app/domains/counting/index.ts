export type { Fraction } from "./fraction";
export {
	type BenchVotes,
	countMajority,
	isPossible,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
} from "./majority";
export { storedRule } from "./rule";
