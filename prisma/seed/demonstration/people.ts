import type { Role } from "~/platform/actor";

/** Where somebody of the demonstration has a role. */
type Office = { role: Role; at: "house" | "county" | "mendig" | "andernach" };

/** People of the demonstration, all invented. Staff sign in with a second factor. */
export const people = {
	operator: {
		givenName: "Olga",
		familyName: "Petri",
		email: "betrieb@gemeinwerk.example",
		offices: [{ role: "operator", at: "house" }],
	},
	mendigManager: {
		givenName: "Miriam",
		familyName: "Thönnes",
		email: "thoennes@mendig.example",
		offices: [{ role: "participation-manager", at: "mendig" }],
	},
	mendigAdmin: {
		givenName: "Volker",
		familyName: "Rausch",
		email: "rausch@mendig.example",
		offices: [
			{ role: "organisation-admin", at: "mendig" },
			{ role: "participation-manager", at: "mendig" },
		],
	},
	moderator: {
		givenName: "Aylin",
		familyName: "Demir",
		email: "demir@mendig.example",
		offices: [{ role: "moderator", at: "mendig" }],
	},
	mayor: {
		givenName: "Karl-Heinz",
		familyName: "Pauly",
		email: "pauly@mendig.example",
		offices: [{ role: "signatory", at: "mendig" }],
	},
	staff: {
		givenName: "Hannes",
		familyName: "Kolb",
		email: "kolb@mendig.example",
		offices: [{ role: "staff", at: "mendig" }],
	},
	countyAdmin: {
		givenName: "Friederike",
		familyName: "Saal",
		email: "saal@kreis.example",
		offices: [
			{ role: "organisation-admin", at: "county" },
			{ role: "moderator", at: "county" },
		],
	},
	countyManager: {
		givenName: "Jonas",
		familyName: "Breitbach",
		email: "breitbach@kreis.example",
		offices: [{ role: "participation-manager", at: "county" }],
	},
	guide: {
		givenName: "Leyla",
		familyName: "Acar",
		email: "acar@kreis.example",
		offices: [{ role: "guide", at: "county" }],
	},
	guideRhine: {
		givenName: "Nils",
		familyName: "Adams",
		email: "adams@kreis.example",
		offices: [{ role: "guide", at: "county" }],
	},
	guideEifel: {
		givenName: "Carla",
		familyName: "Heinen",
		email: "heinen@kreis.example",
		offices: [{ role: "guide", at: "county" }],
	},
	andernachManager: {
		givenName: "Tobias",
		familyName: "Engel",
		email: "engel@andernach.example",
		offices: [{ role: "participation-manager", at: "andernach" }],
	},
	andernachColleague: {
		givenName: "Sandra",
		familyName: "Wirtz",
		email: "wirtz@andernach.example",
		offices: [{ role: "participation-manager", at: "andernach" }],
	},
	member: {
		givenName: "Rosa",
		familyName: "Weingart",
		email: "weingart@verein.example",
		offices: [{ role: "member", at: "mendig" }],
	},
	citizen: { givenName: "Elke", familyName: "Neumann", email: "elke.neumann@post.example", offices: [] },
	neighbour: { givenName: "Mehmet", familyName: "Yildiz", email: "m.yildiz@post.example", offices: [] },
	volunteer: { givenName: "Paul", familyName: "Krämer", email: "paul.kraemer@post.example", offices: [] },
} as const satisfies Record<
	string,
	{ givenName: string; familyName: string; email: string; offices: readonly Office[] }
>;

export type PersonKey = keyof typeof people;
