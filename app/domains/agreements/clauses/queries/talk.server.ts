import { dayOf } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { contractName } from "../../contract-name";
import { mayLead, maySpeakIn } from "../../policy.server";
import { findInside } from "../../queries/find-agreement.server";
import { agrees, openPoints } from "../open-points";

async function talkOf({ db }: Pick<View, "db">, agreementId: string) {
	const row = await db.agreement.findUniqueOrThrow({
		where: { id: agreementId },
		select: {
			blocks: { orderBy: { position: "asc" } },
			parties: {
				orderBy: { position: "asc" },
				select: { organisation: { select: { id: true, name: true, registerType: true } } },
			},
			clauseMarks: true,
			clauseComments: { orderBy: [{ at: "asc" }, { id: "asc" }], take: 2000 },
		},
	});
	const talk = {
		blocks: row.blocks.map(({ key, revision }) => ({ key, revision })),
		organisationIds: row.parties.map(({ organisation }) => organisation.id),
		marks: row.clauseMarks,
		comments: row.clauseComments.map(({ block, settledAt }) => ({ block, settled: settledAt !== null })),
	};
	return { row, talk };
}

/** How many points are open between the parties. The caller has asked the policy. */
export async function openPointsOf(view: Pick<View, "db">, agreementId: string) {
	return openPoints((await talkOf(view, agreementId)).talk);
}

/** The clauses with what each party says about them, for the parties. @throws NotFound for everybody else */
export async function talkPage(view: View, code: string) {
	const agreement = await findInside(view, code);
	const { row, talk } = await talkOf(view, agreement.id);
	const names = new Map(row.parties.map(({ organisation }) => [organisation.id, contractName(organisation)]));
	const mine = talk.organisationIds.filter((organisationId) =>
		maySpeakIn(view.actor, { ...agreement, organisationId }),
	);
	const leads = mayLead(view.actor, agreement);
	return {
		code: agreement.code,
		number: agreement.number,
		title: agreement.title,
		presented: agreement.state === "presented",
		open: openPoints(talk),
		mine: mine.map((organisationId) => ({ organisationId, name: names.get(organisationId) ?? "" })),
		clauses: row.blocks.map(({ key, heading, text, revision }) => ({
			key,
			heading,
			text,
			revision,
			parties: talk.organisationIds.map((organisationId) => ({
				organisationId,
				name: names.get(organisationId) ?? "",
				agreed: agrees(talk, key, organisationId),
				earlier: talk.marks.some((mark) => mark.block === key && mark.organisationId === organisationId),
				mine: mine.includes(organisationId),
			})),
			comments: row.clauseComments
				.filter(({ block }) => block === key)
				.map(({ id, organisationId, text, at, settledAt }) => ({
					id,
					party: names.get(organisationId) ?? "",
					text,
					day: dayOf(at).toString(),
					settled: settledAt !== null,
					maySettle: settledAt === null && (leads || mine.includes(organisationId)),
				})),
		})),
	};
}
