// One paper per process: the compiler keeps about 1.7 MB per document, and what hangs can be killed from outside.
// stdin: { workspace, template, fonts, inputs, timestamp, standard } as JSON; stdout: the PDF; exit 1 with the reason on
// stderr.
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const order = JSON.parse(Buffer.concat(pieces).toString("utf8"));

const compiler = NodeCompiler.create({ workspace: order.workspace, fontArgs: [{ fontPaths: order.fonts }] });
const compiled = compiler.compile({ mainFilePath: order.template, inputs: order.inputs });
// A missing font is only a warning to the compiler; on paper that leaves the house it is a failure.
const complaint = compiled.takeError() ?? compiled.takeWarnings();
if (complaint || !compiled.result) fail(complaint ? compiler.fetchDiagnostics(complaint) : "no document");
try {
	const pdf = compiler.pdf(compiled.result, { pdfStandard: order.standard, creationTimestamp: order.timestamp });
	process.stdout.write(pdf);
} catch (error) {
	fail(error instanceof Error ? error.message : error);
}

function fail(reason) {
	process.stderr.write(typeof reason === "string" ? reason : JSON.stringify(reason));
	process.exit(1);
}
