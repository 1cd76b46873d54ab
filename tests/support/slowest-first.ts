import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take many times as long as others; at the end, the other workers would have nothing left to do. */
const slow = [/\/tests\/start\//, /\/agreements\//, /import\.server\.test\.ts$/, /\/app\/server\//, /\/architecture\//];

/** The order of test files: the slow ones first, the others as Vitest sorts them. */
export class SlowestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => {
			const found = slow.findIndex((pattern) => pattern.test(moduleId));
			return found === -1 ? slow.length : found;
		};
		return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
	}
}
