/** The 19 fields of action of public services (Trendreport Digitaler Staat 2025). */
export const fieldsOfAction = [
	"waste",
	"work",
	"housing",
	"education",
	"data",
	"planning",
	"energy",
	"health",
	"infrastructure",
	"climate-adaptation",
	"culture",
	"mobility",
	"safety",
	"inclusion",
	"tourism",
	"environment",
	"administration",
	"water",
	"economy",
] as const;
export type FieldOfAction = (typeof fieldsOfAction)[number];

export function isField(name: string): name is FieldOfAction {
	return (fieldsOfAction as readonly string[]).includes(name);
}
