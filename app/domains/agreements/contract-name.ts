/** Words of the register's Textkennzeichen that belong to the name of a body but are not part of its entry. */
const titles: Readonly<Record<string, string>> = { "43": "Kreis", "44": "Landkreis", "53": "Verbandsgemeinde" };

/**
 * A body as it stands in a contract: the register writes "Andernach, Stadt" for the town, and "Mendig" for the
 * Verbandsgemeinde.
 */
export function contractName({ name, registerType }: { name: string; registerType: string | null }): string {
	const [place, title] = name.split(", ");
	if (place && title) return `${title} ${place}`;
	const word = registerType === null ? undefined : titles[registerType];
	return word && !name.startsWith(word) ? `${word} ${name}` : name;
}
