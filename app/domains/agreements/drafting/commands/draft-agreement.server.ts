import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { done, type Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { mayLead } from "../../policy.server";
import { usableVersion } from "../../templates/commands/own-templates.server";
import { nameOfVersion, templateBlocks } from "../../templates/template";
import { blocks, templateVersion } from "../blocks";
import { checkTexts, type TextRefusal } from "../text-check";

/** So long the running costs are to be promised, unless the parties agree otherwise. */
const usualMonths = 36;

/**
 * Begins an agreement from a published version of a template; the organisation is its lead party. It keeps that version when
 * the template changes later (behaviour 1).
 * @param purpose what it is for, e.g. a measure; the trace then shows both
 * @param templateVersionId pages always name one; without it the ten blocks stand there empty, as a contract of cooperation
 * @returns its code; refused when the title holds what may not stand in a contract
 * @throws NotFound for a template that is not published or another organisation's
 */
export const draftAgreement = command(
	"agreements.draft",
	async (
		world,
		input: {
			ownerId: string;
			title: string;
			purpose: { kind: string; id: string } | null;
			templateVersionId?: string;
		},
	): Promise<Outcome<{ id: string; code: string }, TextRefusal>> => {
		const { ownerId, purpose } = input;
		demand(mayLead, world.actor, { ownerId });
		const texts = checkTexts({ title: input.title });
		if (!texts.done) return texts;
		const from = await beginning(world, ownerId, input.templateVersionId);
		const id = newId(world.now);
		const code = newCode();
		await world.db.agreement.create({
			data: {
				id,
				code,
				ownerId,
				number: await nextNumber(world, ownerId),
				title: texts.value.title,
				purposeKind: purpose?.kind ?? null,
				purposeId: purpose?.id ?? null,
				nature: "undecided",
				state: "draft",
				...from.template,
				agreedMonths: usualMonths,
				createdAt: world.now,
				parties: { create: { id: newId(world.now), organisationId: ownerId, position: 1, role: "lead" } },
				blocks: {
					create: from.blocks.map(({ key, heading, question, text }, index) => ({
						key,
						heading,
						question,
						text,
						position: index + 1,
					})),
				},
			},
		});
		if (purpose) await link(world, { from: purpose, relation: "agreed-in", to: { kind: "agreement", id } });
		const facts = { template: from.template.templateVersion };
		world.record({ type: "agreements.agreement.drafted", subject: { kind: "agreement", id }, ownerId, facts });
		return done({ id, code });
	},
);

async function beginning(world: ActWorld, ownerId: string, versionId: string | undefined) {
	if (versionId === undefined) {
		return {
			template: { type: "cooperation", templateVersion, templateVersionId: null },
			blocks: blocks.map((block) => ({ ...block, text: "" })),
		};
	}
	const version = await usableVersion(world, ownerId, versionId);
	const { key, type } = version.template;
	return {
		template: { type, templateVersion: nameOfVersion(key, version.number), templateVersionId: version.id },
		blocks: templateBlocks.parse(version.blocks).filter(({ optional }) => !optional),
	};
}

/** Numbers run per organisation and year without a gap: a draft that is refused gives its number back with the transaction. */
async function nextNumber({ db, now }: ActWorld, ownerId: string): Promise<string> {
	const { year } = dayOf(now);
	const { last } = await db.agreementNumber.upsert({
		where: { ownerId_year: { ownerId, year } },
		create: { ownerId, year, last: 1 },
		update: { last: { increment: 1 } },
	});
	return `PV-${year}-${String(last).padStart(4, "0")}`;
}
