// Adding empty fields to a first revision, by libqpdf.
#include "platform/pdf/form.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "platform/pdf/failure.hpp"
#include "platform/pdf/objects.hpp"

namespace pdf {

namespace {

constexpr int printed = 4;          // annotation flag: Print [ISO 32000-1 §12.5.3]
constexpr int read_only = 1;        // field flag
constexpr int signatures_only = 3;  // SigFlags: there are signature fields, and only append

// The standard Times faces, named in /DA so that `sign` knows how a text is to look.
constexpr const char* text_fonts =
    "<< /Font << /TiRo << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    " /TiIt << /Type /Font /Subtype /Type1 /BaseFont /Times-Italic >> >> >>";

QPDFObjectHandle form_of(QPDF& pdf) {
  auto root = pdf.getRoot();
  if (!root.getKey("/AcroForm").isDictionary()) {
    auto form = QPDFObjectHandle::newDictionary();
    form.replaceKey("/Fields", QPDFObjectHandle::newArray());
    root.replaceKey("/AcroForm", pdf.makeIndirectObject(form));
  }
  auto form = root.getKey("/AcroForm");
  if (!form.getKey("/Fields").isArray()) form.replaceKey("/Fields", QPDFObjectHandle::newArray());
  form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(signatures_only));
  form.replaceKey("/DR", QPDFObjectHandle::parse(text_fonts));
  return form;
}

QPDFObjectHandle widget(QPDF& pdf, const Field& field, QPDFObjectHandle page) {
  const auto& box = field.box;
  auto one = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget >>");
  const bool text = field.kind == Field::Kind::text;
  one.replaceKey("/FT", QPDFObjectHandle::newName(text ? "/Tx" : "/Sig"));
  one.replaceKey("/T", QPDFObjectHandle::newUnicodeString(field.name));
  one.replaceKey("/TU", QPDFObjectHandle::newUnicodeString(field.label));
  one.replaceKey("/F", QPDFObjectHandle::newInteger(printed));
  one.replaceKey("/P", page);
  one.replaceKey("/Rect",
                 QPDFObjectHandle::newFromRectangle(
                     {box.left, box.bottom, box.left + box.width, box.bottom + box.height}));
  if (text) {
    one.replaceKey("/Ff", QPDFObjectHandle::newInteger(read_only));
    one.replaceKey("/Q", QPDFObjectHandle::newInteger(1));
    one.replaceKey("/DA",
                   QPDFObjectHandle::newString(std::string(field.italic ? "/TiIt " : "/TiRo ") +
                                               std::to_string(field.size) + " Tf 0 g"));
  }
  auto empty = QPDFObjectHandle::newStream(&pdf, "");
  empty.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /BBox [0 0 " +
                                            std::to_string(box.width) + " " +
                                            std::to_string(box.height) + "] >>"));
  auto looks = QPDFObjectHandle::newDictionary();
  looks.replaceKey("/N", empty);
  one.replaceKey("/AP", looks);
  return pdf.makeIndirectObject(one);
}

void add(QPDF& pdf, QPDFObjectHandle form, const Field& field) {
  auto pages = pdf.getAllPages();
  if (field.box.page < 0 || std::size_t(field.box.page) >= pages.size())
    throw Failure("the field " + field.name + " is on a page that does not exist");
  if (field_named(pdf, field.name)) throw Failure("there is already a field " + field.name);
  auto page = pages[std::size_t(field.box.page)];
  const auto made = widget(pdf, field, page);
  form.getKey("/Fields").appendItem(made);
  if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
  page.getKey("/Annots").appendItem(made);
}

std::string rewritten(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  // A signature appends a plain table of objects, so the first one must be plain too.
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setMinimumPDFVersion("1.7");
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string with_fields(const std::string& bytes, const std::vector<Field>& fields,
                        std::string_view language) try {
  const auto pdf = opened(bytes);
  if (is_signed(*pdf)) throw Failure("the document is already signed");
  auto root = pdf->getRoot();
  if (!language.empty())
    root.replaceKey("/Lang", QPDFObjectHandle::newString(std::string(language)));
  root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
  // Cairo writes the structure but does not say so.
  if (root.hasKey("/StructTreeRoot"))
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
  if (!fields.empty()) {
    auto form = form_of(*pdf);
    for (const auto& field : fields) add(*pdf, form, field);
  }
  return rewritten(*pdf);
} catch (const std::runtime_error& error) {  // libqpdf has several kinds
  throw Failure(error.what());
}

}  // namespace pdf
