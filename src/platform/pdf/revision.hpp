// One revision appended to a PDF: new and changed objects, and a plain table of where they begin.
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "platform/pdf/form.hpp"

namespace pdf {

class Revision {
 public:
  // The bytes must outlive it.
  explicit Revision(const std::string& bytes);

  QPDF& pdf() { return *pdf_; }
  // An object that was there before and is to be written again.
  void changed(const QPDFObjectHandle& object);
  // A new object whose text we write ourselves, byte by byte; the handle is what refers to it.
  QPDFObjectHandle own(std::string text);
  // The content of a PDF's only page as a form object, with its fonts.
  QPDFObjectHandle drawing(const std::string& one_page_pdf);

  // The old bytes and the new revision.
  std::string appended();

 private:
  std::string text_of(int number);
  std::string tail(const std::map<int, std::size_t>& offsets, std::size_t table_at);

  const std::string& bytes_;
  std::unique_ptr<QPDF> pdf_;
  int last_before_;
  std::size_t table_before_;
  std::vector<int> changed_;
  std::map<int, std::string> own_;
};

}  // namespace pdf
