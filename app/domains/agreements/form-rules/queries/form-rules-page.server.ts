import { placeOf } from "~/domains/organisations/index.server";
import { dayOf } from "~/platform/calendar.server";
import { OrganisationKind } from "~/platform/database/generated/enums";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayLead } from "../../policy.server";
import { knownWord } from "../../stored-word";
import { rulesOn } from "../form-rule";
import { lands } from "../lands";
import { formRules } from "./form-rules.server";

const kinds = Object.values(OrganisationKind);

/** The rules of form that count today for agreements of a place's organisation. @throws NotFound; Forbidden for others */
export async function formRulesPage(view: View, slug: string) {
	const place = await placeOf(view, slug);
	const ownerId = place.organisationId;
	demand(mayLead, view.actor, { ownerId });
	const today = dayOf(view.now).toString();
	const rules = rulesOn(await formRules(view.db, ownerId), today);
	return {
		place: { slug: place.slug, name: place.name },
		ownerId,
		today,
		rules: rules
			.map((rule) => ({
				...rule,
				organisationKinds: rule.organisationKinds?.map((kind) => knownWord(kinds, kind)) ?? null,
				statement: view.locale === "de" ? rule.statement : rule.statementEn,
				stateName: rule.state && (lands[rule.state] ?? rule.state),
			}))
			.toSorted((a, b) => (a.state ?? "").localeCompare(b.state ?? "") || a.norm.localeCompare(b.norm)),
	};
}

/** One of them, for its review. @throws NotFound also for one that another took the place of */
export async function reviewPage(view: View, slug: string, key: string) {
	const { rules, ...page } = await formRulesPage(view, slug);
	const rule = rules.find((one) => one.key === key);
	if (!rule) throw new NotFound();
	return { ...page, rule };
}
