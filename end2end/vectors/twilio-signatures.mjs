// Writes the vectors that the server's signature check is tested against, made and judged by Twilio's
// own library, so that our code is not tested against itself:
//
//   node vectors/twilio-signatures.mjs > ../server/sms/src/twilio/vectors.json
//
// A vector is a request as it arrives (URL, form, signature header) and whether the library takes it
// for Twilio's. The output is the same every time.
import querystring from "node:querystring";
import twilio from "twilio";

const TOKEN = "12345";
const URL_ = "https://text.example.org/webhooks/twilio";

const encode = (pairs) => new URLSearchParams(pairs).toString();
// What the library's own middleware hands to it: repeated keys become arrays.
const parse = (body) => ({ ...querystring.parse(body) });

const sms = (text, more = []) => [
  ["ToCountry", "US"],
  ["ToState", "NY"],
  ["SmsMessageSid", "SM5f1a7e0c7d4b4c8f9d3a2b1c0d9e8f7a"],
  ["NumMedia", "0"],
  ["ToCity", ""],
  ["FromZip", "10001"],
  ["SmsSid", "SM5f1a7e0c7d4b4c8f9d3a2b1c0d9e8f7a"],
  ["FromState", "NY"],
  ["SmsStatus", "received"],
  ["FromCity", "NEW YORK"],
  ["Body", text],
  ["FromCountry", "US"],
  ["To", "+12025550100"],
  ["ToZip", ""],
  ["NumSegments", "1"],
  ["MessageSid", "SM5f1a7e0c7d4b4c8f9d3a2b1c0d9e8f7a"],
  ["AccountSid", "AC0123456789abcdef0123456789abcdef"],
  ["From", "+12025550123"],
  ["ApiVersion", "2010-04-01"],
  ...more,
];

const vectors = [];

// signed: what Twilio signed, where it differs from what arrives.
function add(name, { url = URL_, pairs = sms("Yes, count me in"), body = encode(pairs), token = TOKEN, signed = {}, header } = {}) {
  const signature =
    header ??
    twilio.getExpectedTwilioSignature(
      signed.token ?? token,
      signed.url ?? url,
      parse(signed.pairs ? encode(signed.pairs) : body),
    );
  vectors.push({
    name,
    auth_token: token,
    url,
    body,
    signature,
    valid: twilio.validateRequest(token, signature, url, parse(body)),
  });
}

add("a text as Twilio sends it");
add("empty values", { pairs: sms("") });
add("accents and other scripts", { pairs: sms("Señora Müller: 我会来的, увидимся, नमस्ते") });
add("emoji, joined and with skin tones", { pairs: sms("👍🏽 see you 👩‍👩‍👧‍👦 🎉") });
add("plus signs, percent signs, ampersands and equals signs", { pairs: sms("1 + 1 = 2 & 100% sure? a+b%2Bc") });
add("line breaks, tabs and quotation marks", { pairs: sms("first\r\nsecond\tthird \"quoted\" 'so' \\") });
add("markup", { pairs: sms("</textarea><script>alert(1)</script>") });
add("spaces around", { pairs: sms("  STOP \n") });
add("a picture without words", {
  pairs: [...sms("").filter(([key]) => key !== "NumMedia"), ["NumMedia", "2"], ["MediaContentType0", "image/jpeg"], ["MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0"]],
});
add("spaces written as %20", { body: encode(sms("see you there")).replaceAll("+", "%20") });
add("no parameters at all", { pairs: [] });
add("a parameter without a value", { body: "MessageSid=SM1&Flag&From=%2B12025550123" });
add("keys in the order of capitals, underscores and digits", {
  pairs: [["b", "1"], ["B", "2"], ["_", "3"], ["a10", "4"], ["a2", "5"], ["a", "6"], ["MediaUrl10", "7"], ["MediaUrl2", "8"], ["é", "9"]],
});
add("a repeated key", { pairs: [...sms("twice"), ["Tag", "zebra"], ["Tag", "aardvark"], ["Tag", "Zebra"]] });
add("a repeated key with the same value", { pairs: [["Tag", "b"], ["Tag", "a"], ["Tag", "b"], ["Tag", "a"], ["Tag", ""]] });
add("a repeated key whose values sort differently by code unit and by code point", {
  pairs: [["Tag", "～"], ["Tag", "🎉"], ["Tag", "é"], ["Tag", "e"]],
});
add("keys that sort differently by code unit and by code point", { pairs: [["～", "1"], ["🎉", "2"]] });
add("a query in the URL", { url: `${URL_}?organization=7&next=a%20b+c` });
add("an empty query", { url: `${URL_}?` });
add("a query with a colon and a slash", { url: `${URL_}?back=https://x.example:8080/y` });
add("a port in the URL and in what was signed", { url: "https://text.example.org:8443/webhooks/twilio", signed: { url: "https://text.example.org:8443/webhooks/twilio" } });
add("a port in the URL, and none in what was signed", { url: "https://text.example.org:8443/webhooks/twilio", signed: { url: URL_ } });
add("no port in the URL, and 443 in what was signed", { signed: { url: "https://text.example.org:443/webhooks/twilio" } });
add("plain http, and 80 in what was signed", { url: "http://text.example.org/webhooks/twilio", signed: { url: "http://text.example.org:80/webhooks/twilio" } });
add("an IPv6 address with a port, and none in what was signed", { url: "http://[2001:db8::1]:3000/webhooks/twilio", signed: { url: "http://[2001:db8::1]/webhooks/twilio" } });
add("another token", { token: "f3c0ffee5e7a11e57f3c0ffee5e7a11e" });
add("a token longer than a block of SHA-1", { token: "t".repeat(100) });

add("forged: signed with another token", { signed: { token: "54321" } });
add("forged: another text", { pairs: sms("No"), signed: { pairs: sms("Yes") } });
add("forged: an added parameter", { pairs: sms("Yes", [["Extra", "1"]]), signed: { pairs: sms("Yes") } });
add("forged: a second value for a key", { pairs: sms("Yes", [["From", "+12025550999"]]), signed: { pairs: sms("Yes") } });
add("forged: a removed parameter", { pairs: sms("Yes").slice(1), signed: { pairs: sms("Yes") } });
add("forged: another path", { signed: { url: "https://text.example.org/webhooks/other" } });
add("forged: another host", { signed: { url: "https://evil.example.org/webhooks/twilio" } });
add("forged: another scheme", { signed: { url: "http://text.example.org/webhooks/twilio" } });
add("forged: another port", { url: "https://text.example.org:8443/webhooks/twilio", signed: { url: "https://text.example.org:9443/webhooks/twilio" } });
add("forged: an added query", { url: `${URL_}?organization=7`, signed: { url: URL_ } });
add("forged: no signature", { header: "" });
add("forged: not base64", { header: "not a signature" });
const [genuine] = vectors;
add("forged: cut short", { header: genuine.signature.slice(0, -1) });
add("forged: in other letters", { header: genuine.signature.toLowerCase() });
add("forged: with a space behind", { header: `${genuine.signature} ` });
add("forged: of another request", { pairs: sms("No"), header: genuine.signature });

process.stdout.write(`${JSON.stringify(vectors, null, 2)}\n`);
