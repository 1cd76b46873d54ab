import { command, isTaken } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { canonicalJson } from "../../canonical";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { keepWord, partyWord } from "../../on-behalf/commands/party-word.server";
import type { DecisionGiven, OnBehalfRefusal } from "../../on-behalf/on-behalf";
import { mayActFor, mayLead } from "../../policy.server";
import { findInside, holdAgreement } from "../../queries/find-agreement.server";
import { newestSettlement, signedContent } from "../queries/settlements.server";
import { figuresChange, needsSource, type SettledContent, settleableYears, settledItem } from "../settled-content";
import { settle } from "../settlement";
import type { ShareRefusal } from "../shares";

export type SettlementInput = {
	code: string;
	year: number;
	/** By the place of the item in the version; in cents. */
	items: { index: number; cents: bigint }[];
	/** What each party has paid in advance, in cents. */
	advances: { organisationId: string; cents: bigint }[];
	/** The figures that count in this year, for keys whose figures change. */
	figures: { index: number; organisationId: string; value: bigint; source: string; asOf: string | null }[];
};

type Refused = "settlement-not-now" | "settlement-acknowledged" | "source-missing" | ShareRefusal | TextRefusal;

/**
 * Draws up the settlement of a year by the version that all have signed; its figures are frozen with it. A further one
 * replaces it until all parties have acknowledged one.
 * @throws NotFound when a party or item is not this agreement's
 */
export const drawUpSettlement = command(
	"agreements.draw-up-settlement",
	async (world, input: SettlementInput): Promise<Outcome<{ id: string; number: number }, Refused>> => {
		const agreement = await holdAgreement(world, input.code);
		demand(mayLead, world.actor, agreement);
		const content = agreement.state === "concluded" ? await signedContent(world, agreement.id) : null;
		if (!content || !settleableYears(content, dayOf(world.now).toString()).includes(input.year)) {
			return refused("settlement-not-now");
		}
		const before = await newestSettlement(world, agreement.id, input.year);
		if (before && before.acknowledgements.length === content.parties.length) return refused("settlement-acknowledged");
		const placeOf = (organisationId: string) => {
			const party = content.parties.find(({ organisation }) => organisation.id === organisationId);
			if (!party) throw new NotFound();
			return party.place;
		};
		const items = [];
		for (const [index, item] of content.items.entries()) {
			const planned = item.years.find(({ year }) => year === input.year)?.cents;
			if (planned === undefined) continue;
			const basis = [];
			for (const agreed of item.basis) {
				const given = figuresChange(item)
					? input.figures.find((one) => one.index === index && placeOf(one.organisationId) === agreed.party)
					: undefined;
				const source = checkText(given?.source ?? agreed.source);
				if (!source.done) return source;
				const figure = {
					party: agreed.party,
					value: (given?.value ?? BigInt(agreed.value)).toString(),
					source: source.value,
					asOf: given ? given.asOf : agreed.asOf,
				};
				if (needsSource(item) && figure.value !== "0" && (figure.source === "" || figure.asOf === null)) {
					return refused("source-missing");
				}
				basis.push(figure);
			}
			const actual = input.items.find((one) => one.index === index)?.cents ?? 0n;
			items.push({ item, planned, actual, basis });
		}
		const advances = content.parties.map(({ place, organisation }) => ({
			party: String(place),
			cents: input.advances.find(({ organisationId }) => organisationId === organisation.id)?.cents ?? 0n,
		}));
		for (const { organisationId } of input.advances) placeOf(organisationId);
		const settled = settle(
			items.map(({ item, actual, basis }) => settledItem(item, actual, basis)),
			advances,
		);
		if (!settled.done) return settled;
		const { value } = settled;
		const stored: SettledContent = {
			format: "gemeinwerk-abrechnung/1",
			version: content.version,
			year: input.year,
			items: items.map(({ item, planned, actual, basis }, place) => ({
				label: item.label,
				costClass: item.costClass,
				key: item.key,
				planned,
				actual: actual.toString(),
				basis,
				shares: (value.items[place]?.shares ?? []).map(({ party, cents }) => ({
					party: Number(party),
					cents: cents.toString(),
				})),
			})),
			parties: content.parties.map(({ place, organisation }) => {
				const party = value.parties.find((one) => one.party === String(place));
				return {
					place,
					organisationId: organisation.id,
					name: organisation.name,
					advance: (party?.advance ?? 0n).toString(),
					share: (party?.share ?? 0n).toString(),
					difference: (party?.difference ?? 0n).toString(),
				};
			}),
			advances: value.advances.toString(),
			actual: value.actual.toString(),
			gap: value.gap.toString(),
			difference: value.difference.toString(),
		};
		const [id, number] = [newId(world.now), (before?.number ?? 0) + 1];
		await world.db.agreementSettlement.create({
			data: {
				id,
				agreementId: agreement.id,
				year: input.year,
				number,
				content: canonicalJson(stored),
				drawnUpAt: world.now,
			},
		});
		world.record({
			type: "agreements.settlement.drawn-up",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { settlement: id, year: input.year, number, actual: stored.actual, difference: stored.difference },
		});
		return done({ id, number });
	},
);

type Acknowledgement = {
	code: string;
	settlementId: string;
	organisationId: string;
	/** Only where the word is given on behalf: what it rests on. */
	decision?: Omit<DecisionGiven, "document"> | null;
};
type AcknowledgeRefusal = "settlement-replaced" | "acknowledged-already" | OnBehalfRefusal | TextRefusal;

/**
 * A party acknowledges a settlement, by who works for it or signs for it; on behalf as `partyWord` allows it. Whoever drew it
 * up has spoken for the lead by that.
 * @returns refused with "settlement-replaced" when there is a newer one, "acknowledged-already", or as `partyWord` says
 */
export async function acknowledgeSettlement(
	world: World,
	input: Acknowledgement,
): Promise<Outcome<null, AcknowledgeRefusal>> {
	try {
		return await writeAcknowledgement(world, input);
	} catch (error) {
		if (isTaken(error)) return refused("acknowledged-already");
		throw error;
	}
}

const writeAcknowledgement = command(
	"agreements.acknowledge-settlement",
	async (
		world,
		{ code, settlementId, organisationId, decision = null }: Acknowledgement,
	): Promise<Outcome<null, AcknowledgeRefusal>> => {
		await holdAgreement(world, code);
		const agreement = await findInside(world, code);
		if (!agreement.partyIds.includes(organisationId)) throw new NotFound();
		demand(mayActFor, world.actor, { ...agreement, organisationId });
		const settlement = await world.db.agreementSettlement.findFirst({
			where: { id: settlementId, agreementId: agreement.id },
			select: { year: true },
		});
		if (!settlement) throw new NotFound();
		const newest = await newestSettlement(world, agreement.id, settlement.year);
		if (newest?.id !== settlementId) return refused("settlement-replaced");
		const about = { act: "settlement" as const, subjectId: settlementId, organisationId };
		const spoken = newest.acknowledgements.map((one) => one.organisationId);
		if (spoken.includes(organisationId)) return refused("acknowledged-already");
		const word = await partyWord(world, agreement, {
			...about,
			sides: [...spoken, agreement.ownerId],
			decision: decision && { ...decision, document: false },
		});
		if (!word.done) return word;
		await world.db.agreementSettlementAcknowledgement.create({ data: { settlementId, organisationId, at: world.now } });
		await keepWord(world, agreement, word.value, about);
		world.record({
			type: "agreements.settlement.acknowledged",
			subject: { kind: "agreement", id: agreement.id },
			ownerId: agreement.ownerId,
			facts: { settlement: settlementId, year: settlement.year, organisation: organisationId },
		});
		return done(null);
	},
);
