export type { Fraction } from "./fraction";
export {
	countMajority,
	type MajorityCount,
	type MajorityResult,
	type MajorityRule,
} from "./majority";
export { storedRule } from "./rule";
