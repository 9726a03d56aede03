// Writing objects and their table behind the bytes of a PDF.
#include "platform/pdf/revision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "platform/crypto/crypto.hpp"
#include "platform/pdf/failure.hpp"
#include "platform/pdf/objects.hpp"

namespace pdf {

namespace {

// Where the last table of objects begins; it must be the plain kind, which alone can be continued
// so.
std::size_t table_of(const std::string& bytes) {
  constexpr std::string_view word = "startxref";
  const auto at = bytes.rfind(word);
  std::size_t table = 0;
  if (at != bytes.npos && bytes.size() - at < 100) {
    const auto digits = bytes.find_first_of("0123456789", at + word.size());
    if (digits != bytes.npos)
      std::from_chars(bytes.data() + digits, bytes.data() + bytes.size(), table);
  }
  if (table == 0 || table >= bytes.size() || bytes.compare(table, 4, "xref") != 0)
    throw Failure("the PDF was not prepared for signing");
  return table;
}

}  // namespace

Revision::Revision(const std::string& bytes)
    : bytes_(bytes),
      pdf_(opened(bytes)),
      last_before_(int(pdf_->getObjectCount())),
      table_before_(table_of(bytes)) {
  last_before_ = std::max(last_before_, pdf_->getTrailer().getKey("/Size").getIntValueAsInt() - 1);
}

void Revision::changed(const QPDFObjectHandle& object) {
  const int number = object.getObjectID();
  if (number > 0 && number <= last_before_ && std::ranges::find(changed_, number) == changed_.end())
    changed_.push_back(number);
}

QPDFObjectHandle Revision::own(std::string text) {
  auto handle = pdf_->makeIndirectObject(QPDFObjectHandle::newDictionary());
  own_[handle.getObjectID()] = std::move(text);
  return handle;
}

QPDFObjectHandle Revision::drawing(const std::string& one_page_pdf) {
  const auto small = opened(one_page_pdf);
  small->setImmediateCopyFrom(true);
  auto page = QPDFPageDocumentHelper(*small).getAllPages().at(0);
  return pdf_->copyForeignObject(page.getFormXObjectForPage(false));
}

std::string Revision::text_of(int number) {
  if (const auto own = own_.find(number); own != own_.end()) return own->second;
  auto object = pdf_->getObjectByID(number, 0);
  if (!object.isStream()) return object.unparseResolved();
  const auto data = object.getRawStreamData();
  auto dictionary = object.getDict().shallowCopy();
  dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger((long long)data->getSize()));
  auto text = dictionary.unparse() + "\nstream\n";
  text.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  return text + "\nendstream";
}

std::string Revision::appended() {
  std::string out = bytes_;
  if (!out.ends_with('\n')) out += '\n';
  auto numbers = changed_;
  for (int n = last_before_ + 1; n <= int(pdf_->getObjectCount()); ++n) numbers.push_back(n);
  std::ranges::sort(numbers);
  std::map<int, std::size_t> offsets;
  for (const int number : numbers) {
    offsets[number] = out.size();
    out += fmt::format("{} 0 obj\n{}\nendobj\n", number, text_of(number));
  }
  out += tail(offsets, out.size());
  return out;
}

std::string Revision::tail(const std::map<int, std::size_t>& offsets, std::size_t table_at) {
  std::string out = "xref\n";
  for (auto at = offsets.begin(); at != offsets.end();) {
    auto end = at;
    int count = 0;
    while (end != offsets.end() && end->first == at->first + count) ++end, ++count;
    out += fmt::format("{} {}\n", at->first, count);
    for (; at != end; ++at) out += fmt::format("{:010} 00000 n \n", at->second);
  }
  auto before = pdf_->getTrailer();
  auto trailer = QPDFObjectHandle::newDictionary();
  for (const char* key : {"/Root", "/Info"})
    if (before.hasKey(key)) trailer.replaceKey(key, before.getKey(key));
  auto id = before.getKey("/ID");
  if (id.isArray() && id.getArrayNItems() == 2) {
    // The first half names the document, the second this revision. [ISO 32000-1 §14.4]
    auto renewed = QPDFObjectHandle::newArray();
    renewed.appendItem(id.getArrayItem(0));
    renewed.appendItem(QPDFObjectHandle::newString(crypto::sha256(bytes_).substr(0, 16)));
    trailer.replaceKey("/ID", renewed);
  }
  trailer.replaceKey(
      "/Size", QPDFObjectHandle::newInteger(std::max(last_before_, offsets.rbegin()->first) + 1));
  trailer.replaceKey("/Prev", QPDFObjectHandle::newInteger((long long)table_before_));
  return out + fmt::format("trailer\n{}\nstartxref\n{}\n%%EOF\n", trailer.unparse(), table_at);
}

}  // namespace pdf
