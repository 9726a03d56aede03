// Looking into a PDF with libqpdf.
#include "platform/pdf/objects.hpp"

#include "platform/pdf/failure.hpp"
#include "platform/pdf/form.hpp"

namespace pdf {

namespace {

std::vector<QPDFObjectHandle> fields_of(QPDF& pdf) {
  auto form = pdf.getRoot().getKey("/AcroForm");
  if (!form.isDictionary() || !form.getKey("/Fields").isArray()) return {};
  return form.getKey("/Fields").getArrayAsVector();
}

}  // namespace

std::unique_ptr<QPDF> opened(const std::string& bytes) {
  if (bytes.size() > pdf_bytes_max) throw Failure("the PDF is too large");
  auto pdf = std::make_unique<QPDF>();
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile("paper", bytes.data(), bytes.size());
  if (pdf->isEncrypted()) throw Failure("the PDF is encrypted");
  return pdf;
}

std::optional<QPDFObjectHandle> field_named(QPDF& pdf, const std::string& name) {
  for (auto& field : fields_of(pdf)) {
    if (!field.isDictionary() || !field.isIndirect()) continue;
    auto title = field.getKey("/T");
    if (title.isString() && title.getUTF8Value() == name) return field;
  }
  return {};
}

bool is_signed(QPDF& pdf) {
  for (auto& field : fields_of(pdf)) {
    if (field.isDictionary() && field.getKey("/FT").isNameAndEquals("/Sig") && field.hasKey("/V"))
      return true;
  }
  return false;
}

}  // namespace pdf
