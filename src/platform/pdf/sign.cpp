// Fills fields, reserves room for the signature, then signs all bytes but that room.
#include "platform/pdf/sign.hpp"

#include <fmt/format.h>

#include <charconv>

#include "platform/crypto/crypto.hpp"
#include "platform/pdf/cms.hpp"
#include "platform/pdf/failure.hpp"
#include "platform/pdf/fonts.hpp"
#include "platform/pdf/look.hpp"
#include "platform/pdf/objects.hpp"
#include "platform/pdf/revision.hpp"

namespace pdf {

namespace {

// 12,000 bytes: a signature with its chain takes 2-6 KB, a timestamp of B-T later some 6 KB more.
constexpr std::size_t contents_digits = 24'000;
constexpr std::string_view range_room = "[0 0000000000 0000000000 0000000000]";

struct Size {
  double width, height;
};

Size size_of(QPDFObjectHandle field) {
  const auto box = field.getKey("/Rect").getArrayAsRectangle();
  return {box.urx - box.llx, box.ury - box.lly};
}

QPDFObjectHandle empty_field(QPDF& pdf, const std::string& name, const char* type) {
  auto field = field_named(pdf, name);
  if (!field || !field->getKey("/FT").isNameAndEquals(type))
    throw Failure("the PDF has no field " + name);
  if (field->hasKey("/V")) throw Failure("the field " + name + " is already filled");
  return *field;
}

void show(Revision& revision, QPDFObjectHandle field, const std::string& page) {
  auto looks = QPDFObjectHandle::newDictionary();
  looks.replaceKey("/N", revision.drawing(page));
  field.replaceKey("/AP", looks);
}

void fill(Revision& revision, const Fill& fill) {
  auto field = empty_field(revision.pdf(), fill.field, "/Tx");
  // "/TiIt 14.000000 Tf 0 g", as `with_fields` wrote it
  const auto look = field.getKey("/DA").getStringValue();
  double size = 13;
  if (const auto space = look.find(' '); space != look.npos)
    std::from_chars(look.data() + space + 1, look.data() + look.size(), size);
  const auto box = size_of(field);
  field.replaceKey("/V", QPDFObjectHandle::newUnicodeString(fill.text));
  show(revision, field,
       text_look(fill.text, size, look.starts_with("/TiIt"), box.width, box.height));
  revision.changed(field);
}

std::string dictionary(const Signing& signing) {
  const auto text = [](const std::string& s) {
    return QPDFObjectHandle::newUnicodeString(s).unparse();
  };
  const auto local = base::Instant{signing.at.us + 7 * base::hour_us}.iso();  // 2026-11-22T09:15:00
  std::string digits;
  for (const char c : local.substr(0, 19))
    if (c >= '0' && c <= '9') digits += c;
  return fmt::format(
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n/ByteRange {}\n"
      "/Contents <{}>\n/M (D:{}+07'00') /Name {} /Reason {} >>",
      range_room, std::string(contents_digits, '0'), digits, text(signing.name),
      text(signing.reason));
}

void place(Revision& revision, const Signing& signing) {
  auto field = empty_field(revision.pdf(), signing.field, "/Sig");
  const auto box = size_of(field);
  if (signing.look == Look::person)
    show(revision, field, person_look(signing, box.width, box.height));
  if (signing.look == Look::seal) show(revision, field, seal_look(signing, box.width, box.height));
  field.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(spoken(signing)));
  field.replaceKey("/V", revision.own(dictionary(signing)));
  revision.changed(field);
}

// Writes the byte range, signs what it names, writes the signature into the room between.
void seal(std::string& pdf, std::size_t from, const Signing& signing) {
  const auto open = pdf.find("/Contents <000", from) + std::string_view("/Contents ").size();
  const auto close = open + contents_digits + 2;  // with both brackets
  auto range = fmt::format("[0 {} {} {}]", open, close, pdf.size() - close);
  range.resize(range_room.size(), ' ');
  pdf.replace(pdf.find(range_room, from), range_room.size(), range);

  const std::string_view bytes = pdf;
  const auto signature = crypto::hex(cms(bytes.substr(0, open), bytes.substr(close),
                                         signing.key_pem, signing.chain_pem, signing.at));
  if (signature.size() > contents_digits) throw Failure("the signature is too large");
  pdf.replace(open + 1, signature.size(), signature);
}

}  // namespace

std::string sign(const std::string& pdf, const Signing& signing) try {
  Revision revision(pdf);
  for (const auto& one : signing.fills) fill(revision, one);
  place(revision, signing);
  auto out = revision.appended();
  seal(out, pdf.size(), signing);
  return out;
} catch (const Unprintable& letter) {
  throw Failure("no font has the letter " + letter.character);
} catch (const std::runtime_error& error) {  // of libqpdf (several kinds) and of crypto
  throw Failure(error.what());
}

}  // namespace pdf
