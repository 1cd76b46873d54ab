import { organisationMessages } from "~/domains/organisations";
import { textFor } from "~/platform/i18n";
import type { View } from "~/platform/world.server";
import type { Named } from "../plans/queries/territory.server";

/**
 * Places to choose from. Where an association and a town bear one name ("Mendig"), each is named with what it is.
 * @returns value and label, in the order given
 */
export async function placeChoices(
	{ db, locale }: Pick<View, "db" | "locale">,
	places: readonly Named[],
): Promise<{ value: string; label: string }[]> {
	const double = [...Map.groupBy(places, ({ name }) => name).values()].filter(({ length }) => length > 1).flat();
	const rows = await db.organisation.findMany({
		where: { id: { in: double.map(({ id }) => id) } },
		select: { id: true, kind: true, registerType: true },
		orderBy: { id: "asc" },
	});
	const t = textFor(locale, organisationMessages);
	// The register's own word is nearer to what people say ("Verbandsgemeinde") than the kind of body.
	const kinds = new Map(
		rows.map(({ id, kind, registerType }) => [
			id,
			isRegisterType(registerType) ? t(`registerTypes.${registerType}`) : t(`kinds.${kind}`),
		]),
	);
	return places.map(({ id, name }) => {
		const kind = kinds.get(id);
		return { value: id, label: kind ? `${name} (${kind})` : name };
	});
}

function isRegisterType(code: string | null): code is keyof typeof organisationMessages.de.registerTypes {
	return code !== null && Object.hasOwn(organisationMessages.de.registerTypes, code);
}
