/** Kinds of objects of OParl 1.0 and 1.1 that are read. A System is only the door. */
export const oparlTypes = [
	"Body",
	"LegislativeTerm",
	"Organization",
	"Person",
	"Membership",
	"Meeting",
	"AgendaItem",
	"Paper",
	"Consultation",
	"File",
	"Location",
] as const;
export type OparlType = (typeof oparlTypes)[number];

/**
 * What an attribute holds: text, address, number, truth, a list of texts or addresses, any JSON (a GeoJSON), or objects, one or
 * many, that OParl embeds or refers to.
 */
type Kind =
	| "text"
	| "url"
	| "number"
	| "boolean"
	| "texts"
	| "urls"
	| "json"
	| { one: OparlType }
	| { many: OparlType };

const everywhere: Record<string, Kind> = {
	name: "text",
	license: "text",
	keyword: "texts",
	created: "text",
	modified: "text",
	web: "url",
};

/**
 * The attributes that are kept, by the specification (https://oparl.org/spezifikation/, 1.1 with what 1.0 called otherwise);
 * what vendors add is left out. Of people only what says who they are in a body: no telephone, address, gender or life (data
 * minimisation, Art. 5 GDPR).
 */
export const attributes: Record<OparlType, Record<string, Kind>> = {
	Body: {
		...everywhere,
		system: "url",
		shortName: "text",
		website: "url",
		ags: "text",
		rgs: "text",
		equivalent: "urls",
		organization: "url",
		person: "url",
		meeting: "url",
		paper: "url",
		agendaItem: "url",
		consultation: "url",
		file: "url",
		membership: "url",
		locationList: "url",
		legislativeTermList: "url",
		legislativeTerm: { many: "LegislativeTerm" },
		classification: "text",
	},
	LegislativeTerm: { ...everywhere, body: "url", startDate: "text", endDate: "text" },
	Organization: {
		...everywhere,
		body: "url",
		shortName: "text",
		membership: "urls",
		meeting: "url",
		post: "texts",
		subOrganizationOf: "url",
		organizationType: "text",
		classification: "text",
		startDate: "text",
		endDate: "text",
		website: "url",
		location: { one: "Location" },
		externalBody: "url",
	},
	Person: {
		...everywhere,
		body: "url",
		familyName: "text",
		givenName: "text",
		formOfAddress: "text",
		affix: "text",
		title: "texts",
		status: "texts",
		membership: { many: "Membership" },
	},
	Membership: {
		...everywhere,
		person: "url",
		organization: "url",
		role: "text",
		votingRight: "boolean",
		startDate: "text",
		endDate: "text",
		onBehalfOf: "url",
	},
	Meeting: {
		...everywhere,
		meetingState: "text",
		cancelled: "boolean",
		start: "text",
		end: "text",
		location: { one: "Location" },
		organization: "urls",
		participant: "urls",
		invitation: { one: "File" },
		resultsProtocol: { one: "File" },
		verbatimProtocol: { one: "File" },
		auxiliaryFile: { many: "File" },
		agendaItem: { many: "AgendaItem" },
	},
	AgendaItem: {
		...everywhere,
		meeting: "url",
		number: "text",
		order: "number",
		public: "boolean",
		consultation: "url",
		result: "text",
		resolutionText: "text",
		resolutionFile: { one: "File" },
		auxiliaryFile: { many: "File" },
		start: "text",
		end: "text",
	},
	Paper: {
		...everywhere,
		body: "url",
		reference: "text",
		date: "text",
		paperType: "text",
		relatedPaper: "urls",
		superordinatedPaper: "urls",
		subordinatedPaper: "urls",
		mainFile: { one: "File" },
		auxiliaryFile: { many: "File" },
		location: { many: "Location" },
		originatorPerson: "urls",
		underDirectionOf: "urls",
		originatorOrganization: "urls",
		consultation: { many: "Consultation" },
	},
	Consultation: {
		...everywhere,
		paper: "url",
		agendaItem: "url",
		meeting: "url",
		organization: "urls",
		authoritative: "boolean",
		role: "text",
	},
	File: {
		...everywhere,
		fileName: "text",
		mimeType: "text",
		date: "text",
		size: "number",
		sha1Checksum: "text",
		sha512Checksum: "text",
		accessUrl: "url",
		downloadUrl: "url",
		externalServiceUrl: "url",
		masterFile: "url",
		derivativeFile: "urls",
		fileLicense: "text",
	},
	Location: {
		...everywhere,
		description: "text",
		geojson: "json",
		streetAddress: "text",
		room: "text",
		postalCode: "text",
		subLocality: "text",
		locality: "text",
	},
};

/** Where a part that is embedded says what it belongs to. */
export const partOf: Partial<Record<OparlType, string>> = {
	LegislativeTerm: "body",
	Membership: "person",
	AgendaItem: "meeting",
	Consultation: "paper",
};

/** What an object lacks most when it is gone; every other attribute may be missing. */
export const needed: Partial<Record<OparlType, readonly string[]>> = { File: ["accessUrl"] };

/** The lists of a body that are walked, those first that others refer to; 1.0 knows the first four. */
export const bodyLists = {
	organization: "Organization",
	person: "Person",
	meeting: "Meeting",
	paper: "Paper",
	agendaItem: "AgendaItem",
	consultation: "Consultation",
	file: "File",
	membership: "Membership",
	locationList: "Location",
	legislativeTermList: "LegislativeTerm",
} as const satisfies Record<string, OparlType>;

export function isOparlType(name: string): name is OparlType {
	return oparlTypes.some((known) => known === name);
}
