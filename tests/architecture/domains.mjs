/**
 * The order of the domains (architecture.md, "Who may import whom"): each may enter those before it, never those after.
 * @type {readonly string[]}
 */
export const domainOrder = [
	"organisations",
	"accounts",
	"audit",
	"files",
	"notifications",
	"trace",
	"network",
	"guides",
	"council",
	"counting",
	"groups",
	"participation",
	"agreements",
	"measures",
	"open-data",
];
