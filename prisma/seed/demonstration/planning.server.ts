import { authorityPeriod } from "~/domains/participation/planning/authority";
import { authorityToken } from "~/domains/participation/planning/authority-token.server";
import { addAuthorities, notifyAuthorities } from "~/domains/participation/planning/commands/authorities.server";
import { enterStatement } from "~/domains/participation/planning/commands/enter-statement.server";
import { makeAuthorityStatement, makeStatement } from "~/domains/participation/planning/commands/make-statement.server";
import type { Actor } from "~/platform/actor";
import { dayOf } from "~/platform/calendar.server";
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

/** An invented development plan in Andernach whose documents are published; statements of people and authorities have come. */
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
	const list = [
		"Untere Naturschutzbehörde (erfunden); naturschutz@behoerde.example",
		"Netzgesellschaft Rhein (erfunden); netz@behoerde.example",
		"Deutsche Bahn, Liegenschaften (erfunden); liegenschaften@behoerde.example",
	];
	must(await addAuthorities(staff, { processId, list: list.join("\n") }));
	const { proposed } = authorityPeriod(
		dayOf(staff.now).toString(),
		dayOf(staff.now).add({ days: 38 }).toString(),
		"07",
	);
	must(await notifyAuthorities(staff, { processId, dueOn: proposed }));
	for (const [index, given] of statements.entries()) {
		const address = "Uferstraße 3, 56626 Andernach";
		must(await makeStatement(guest(9 - index), { processId, token: newToken(), email: "", address, ...given }));
	}
	const grid = await staff.db.planningNotification.findFirstOrThrow({
		where: { processId, authority: { email: "netz@behoerde.example" } },
	});
	must(
		await makeAuthorityStatement(guest(5), {
			notice: authorityToken(grid.id),
			token: newToken(),
			name: "Jana Roth",
			text: "Keine Bedenken. Im Uferweg liegt eine Leitung, die nicht überbaut werden darf.",
			files: [],
		}),
	);
	must(
		await enterStatement(
			{ ...staff, now: guest(4).now },
			{
				processId,
				token: newToken(),
				channel: "paper",
				receivedOn: dayOf(guest(5).now).toString(),
				authorityId: null,
				organisation: null,
				name: "Ehepaar Lenz",
				email: "",
				address: "Bassinstraße 8, 56626 Andernach",
				text: "Wir bitten um einen Zebrastreifen an der neuen Kita.",
				files: [],
			},
		),
	);
}
