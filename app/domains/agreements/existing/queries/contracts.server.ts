import { placeOf } from "~/domains/organisations/index.server";
import { dayOf, daysFrom, fromStored, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import type { YearlyAmount } from "../../costs/cash-view";
import { costClasses } from "../../costs/cost-item";
import { euroField } from "../../costs/money-input";
import { mayLead } from "../../policy.server";
import { knownWord } from "../../stored-word";
import { typedAgain } from "../contract-input";
import { contractHistory, enteredContract } from "./entered-contract.server";

const listSize = 500;

/** The place whose contracts are asked for, for those who work there. @throws NotFound, Forbidden */
export async function contractsPlace(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayLead, view.actor, { ownerId: place.organisationId });
	const own = await view.db.organisation.findUniqueOrThrow({
		where: { id: place.organisationId },
		select: { shortName: true },
	});
	return { slug: place.slug, name: place.name, organisationId: place.organisationId, ownName: own.shortName };
}

/** The last day on which notice can be given for the end that comes next; null when there is no period of notice. */
export function noticeBy(endsOn: Date | null, noticeMonths: number | null): string | null {
	if (endsOn === null || noticeMonths === null) return null;
	return fromStored(daysFrom(endsOn, -1)).subtract({ months: noticeMonths }).toString();
}

/** The existing contracts of a place, newest entry first. */
export async function contractsPage(view: View, slug: string) {
	const place = await contractsPlace(view, slug);
	const rows = await view.db.existingContract.findMany({
		where: { ownerId: place.organisationId },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: listSize,
		include: { parties: { orderBy: { position: "asc" }, include: { years: true } } },
	});
	const day = today(view.now);
	return {
		place: { slug: place.slug, name: place.name },
		contracts: rows.map(({ id, title, fileNumber, endsOn, noticeMonths, parties }) => ({
			id,
			title,
			fileNumber,
			parties: parties.slice(1).map(({ name }) => name),
			lastDay: endsOn && fromStored(daysFrom(endsOn, -1)).toString(),
			noticeBy: noticeBy(endsOn, noticeMonths),
			over: endsOn !== null && endsOn <= day,
			ownThisYear: (parties[0]?.years.find(({ year }) => year === dayOf(view.now).year)?.cents ?? 0n).toString(),
		})),
	};
}

/** One existing contract with all its amounts and its scan. @throws NotFound */
export async function contractPage(view: View, { place: slug, id }: { place: string; id: string }) {
	const place = await contractsPlace(view, slug);
	if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFound();
	const row = await enteredContract(view.db, place.organisationId, id);
	if (!row) throw new NotFound();
	const files = await view.db.file.findMany({
		where: { subjectKind: "existing-contract", subjectId: id, removedAt: null },
		orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
		select: { id: true, name: true },
	});
	const { input } = row;
	return {
		place: { slug: place.slug, name: place.name },
		id,
		title: input.title,
		purpose: input.purpose,
		fileNumber: input.fileNumber,
		costClass: row.costClass,
		parties: input.parties,
		signedOn: input.signedOn,
		startsOn: input.startsOn,
		lastDay: input.lastDay,
		noticeMonths: input.noticeMonths,
		noticeBy: noticeBy(row.endsOn, input.noticeMonths),
		over: row.endsOn !== null && row.endsOn <= today(view.now),
		revision: row.revision,
		amounts: input.parties.map((name, position) => ({
			name,
			years: input.amounts.flatMap(({ party, year, cents }) =>
				party === position ? [{ year, cents: cents.toString() }] : [],
			),
		})),
		typed: typedAgain(input, euroField),
		files: files.map((file) => ({ name: file.name, href: `/datei/${file.id}` })),
		history: await contractHistory(view.db, id),
	};
}

/**
 * The yearly amounts that an organisation bears by the existing contracts that it entered itself; for the cash view, which
 * has asked the policy.
 */
export async function existingAmounts(
	{ db, now }: Pick<View, "db" | "now">,
	organisationId: string,
	placeSlug: string,
): Promise<YearlyAmount[]> {
	const day = today(now);
	const rows = await db.existingContractYear.findMany({
		where: { party: { position: 0, contract: { ownerId: organisationId } } },
		orderBy: [{ year: "asc" }, { partyId: "asc" }],
		take: 50_000,
		include: { party: { include: { contract: true } } },
	});
	return rows.map(({ year, cents, party: { contract } }) => ({
		agreement: {
			id: contract.id,
			number: contract.fileNumber,
			title: contract.title,
			href: `/o/${placeSlug}/verwaltung/vereinbarungen/bestand/${contract.id}`,
			state:
				contract.endsOn !== null && contract.endsOn <= day
					? "ended"
					: contract.startsOn > day
						? "concluded"
						: "in-force",
		},
		party: organisationId,
		year,
		cents,
		class: knownWord(costClasses, contract.costClass),
	}));
}
