import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayTypeInPaper } from "../policy.server";
import { type FoundBox, storedChoice } from "./find-box.server";

/** Paper ballots of a box as those who type them in see them: how many wait, and where two entries differ. @throws Forbidden */
export async function paperBallots(view: View, box: FoundBox) {
	demand(mayTypeInPaper, view.actor, box.process);
	const [states, differing] = await Promise.all([
		view.db.paperBallot.groupBy({ by: ["state"], where: { boxId: box.id }, _count: true }),
		view.db.paperBallot.findMany({
			where: { boxId: box.id, state: "different" },
			orderBy: { id: "asc" },
			take: 100,
			select: { id: true, first: true, second: true },
		}),
	]);
	const count = (state: string) => states.find((one) => one.state === state)?._count ?? 0;
	return {
		once: count("once"),
		different: count("different"),
		taken: count("taken"),
		differing: differing.map(({ id, first, second }) => ({
			id,
			first: storedChoice.parse(first),
			second: storedChoice.parse(second),
		})),
		isOpen: box.electorate === "letter" && (box.state === "voting" || box.state === "closed"),
	};
}

export type PaperBallots = Awaited<ReturnType<typeof paperBallots>>;
