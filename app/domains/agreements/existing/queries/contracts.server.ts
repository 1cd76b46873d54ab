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
import { yearLines } from "../contract-input";

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
	const row = await view.db.existingContract.findFirst({
		where: { id, ownerId: place.organisationId },
		include: { parties: { orderBy: { position: "asc" }, include: { years: { orderBy: { year: "asc" } } } } },
	});
	if (!row) throw new NotFound();
	const files = await view.db.file.findMany({
		where: { subjectKind: "existing-contract", subjectId: row.id, removedAt: null },
		orderBy: { uploadedAt: "asc" },
		select: { id: true, name: true },
	});
	const names = row.parties.map(({ name }) => name);
	const amounts = row.parties.flatMap(({ position, years }) =>
		years.map(({ year, cents }) => ({ party: position, year, cents })),
	);
	return {
		place: { slug: place.slug, name: place.name },
		id: row.id,
		title: row.title,
		purpose: row.purpose,
		fileNumber: row.fileNumber,
		costClass: knownWord(costClasses, row.costClass),
		parties: names,
		signedOn: row.signedOn && fromStored(row.signedOn).toString(),
		startsOn: fromStored(row.startsOn).toString(),
		lastDay: row.endsOn && fromStored(daysFrom(row.endsOn, -1)).toString(),
		noticeMonths: row.noticeMonths,
		noticeBy: noticeBy(row.endsOn, row.noticeMonths),
		amounts: row.parties.map(({ name, years }) => ({
			name,
			years: years.map(({ year, cents }) => ({ year, cents: cents.toString() })),
		})),
		lines: yearLines(amounts, names, euroField),
		files: files.map((file) => ({ name: file.name, href: `/datei/${file.id}` })),
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
