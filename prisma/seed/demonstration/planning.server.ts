import { makeStatement } from "~/domains/participation/planning/commands/make-statement.server";
import type { Actor } from "~/platform/actor";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "~tests/factories/outcome";
import { announcedDisplay } from "~tests/factories/planning";

type PlanStage = {
	organisationId: string;
	responsiblePostId: string;
	/** Who prepares the plan, on the day of its announcement. */
	staff: World;
	colleague: Actor;
	guest(daysAgo: number): World;
};

/** An invented development plan in Andernach whose documents are published; two statements have come. */
export async function loadPlan({ staff, colleague, guest, ...owner }: PlanStage): Promise<void> {
	const { processId } = await announcedDisplay(staff, {
		...owner,
		releasedBy: colleague,
		title: "Bebauungsplan „Am Bassin“",
		purpose: "Zwischen Bahn und Rhein sollen 60 Wohnungen und eine Kita entstehen. Der Entwurf liegt vor.",
		fixedPoints: "Die Lage der Bahnstrecke und die Grenzen für Lärm stehen fest.",
		openQuestions: "Höhe der Häuser, Wege, Grün und Regenwasser.",
		decidedBy: "Stadtrat Andernach",
		inDays: 8,
		details: {
			name: "Bebauungsplan „Am Bassin“ (erfunden)",
			area: "Zwischen Bahnstrecke und Rheinufer, etwa 3 Hektar",
			office: "Amt für Stadtplanung Andernach",
			officeEmail: "stadtplanung@andernach.example",
			officeAddress: "Läufstraße 11, 56626 Andernach, montags bis freitags 8 bis 12 Uhr",
		},
	});
	const statements = [
		{
			organisation: null,
			name: "Ilse Breuer",
			text: "Die Häuser an der Uferseite sind mit vier Geschossen zu hoch.\n\nBitte planen Sie einen Fußweg zum Rhein ohne Stufen ein.",
		},
		{
			organisation: "Naturfreunde Andernach (erfunden)",
			name: "Karl Thelen",
			text: "Die alten Weiden am Graben sollen erhalten bleiben. Das Regenwasser kann dort versickern.",
		},
	];
	for (const [index, given] of statements.entries()) {
		const address = "Uferstraße 3, 56626 Andernach";
		must(await makeStatement(guest(9 - index), { processId, token: newToken(), email: "", address, ...given }));
	}
}
