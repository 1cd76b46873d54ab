import { houseSeal } from "~/platform/sealing/seal.server";

/** The certificate with which this house seals now, as PEM. */
export async function loader() {
	const { certificate } = await houseSeal();
	return new Response(certificate.toString(), {
		headers: {
			"Content-Type": "application/x-pem-file",
			"Content-Disposition": 'attachment; filename="gemeinwerk-pruefvermerk.pem"',
		},
	});
}
