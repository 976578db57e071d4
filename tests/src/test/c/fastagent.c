// SPDX-License-Identifier: Apache-2.0
// Minimal fast SNMP responder (v1/v2c + v3 USM SHA-256/AES-128), loopback only.
// Own code for benchmarks. Usage: fastagent PORT ROWS COLS NIFS [threads]
// Binds 0.0.0.0:PORT but SO_BINDTODEVICE=lo, so only 127/8 reaches it. Any 127.x.y.z is a "device".
// 127.9.0.0/16 = dead devices (silently dropped). One engineID per destination address.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <unistd.h>
#include <time.h>
#include <pthread.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#define OPENSSL_SUPPRESS_DEPRECATED
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
typedef struct { uint32_t *oid; int n; uint8_t *vb; int vblen; } ent;
static ent *E; static size_t NE, CAP; static time_t T0; static int dump;
static uint8_t kuA[32], kuP[32];
typedef struct { uint8_t eng[9]; uint8_t ka[32], kp[16]; } dev;
static dev **devs; static pthread_mutex_t dm=PTHREAD_MUTEX_INITIALIZER;
static int enc_len(uint8_t*p,int l){ if(l<128){p[0]=l;return 1;} if(l<256){p[0]=0x81;p[1]=l;return 2;} p[0]=0x82;p[1]=l>>8;p[2]=l;return 3; }
static int enc_oid(uint8_t*p,const uint32_t*o,int n){ int k=0; p[k++]=o[0]*40+o[1]; for(int i=2;i<n;i++){ uint32_t v=o[i]; uint8_t t[5]; int m=0; do{t[m++]=v&0x7f;v>>=7;}while(v); while(m>1)p[k++]=t[--m]|0x80; p[k++]=t[0]; } return k; }
static int enc_u(uint8_t*p,uint8_t tag,uint64_t v){ uint8_t t[9]; int m=0; do{t[m++]=v;v>>=8;}while(v); if(t[m-1]&0x80)t[m++]=0; p[0]=tag;p[1]=m; for(int i=0;i<m;i++)p[2+i]=t[m-1-i]; return m+2; }
static void add(const uint32_t*o,int n,const uint8_t*val,int vl){ if(NE==CAP){CAP=CAP?CAP*2:4096;E=realloc(E,CAP*sizeof*E);} ent*e=&E[NE++]; e->oid=malloc(n*4);memcpy(e->oid,o,n*4);e->n=n; uint8_t ob[256]; int ol=enc_oid(ob,o,n); uint8_t b[1024]; int k=0; uint8_t lb[4]; int l1=enc_len(lb,ol); int tot=1+l1+ol+vl; b[k++]=0x30; k+=enc_len(b+k,tot); b[k++]=6; k+=enc_len(b+k,ol); memcpy(b+k,ob,ol);k+=ol; memcpy(b+k,val,vl);k+=vl; e->vb=malloc(k);memcpy(e->vb,b,k);e->vblen=k; }
static void add_int(uint32_t*o,int n,uint8_t tag,uint64_t v){uint8_t b[16];int l=enc_u(b,tag,v);add(o,n,b,l);}
static void add_str(uint32_t*o,int n,const char*s){uint8_t b[300];b[0]=4;b[1]=strlen(s);memcpy(b+2,s,strlen(s));add(o,n,b,2+strlen(s));}
static int cmp(const uint32_t*a,int n,const uint32_t*b,int m){int k=n<m?n:m;for(int i=0;i<k;i++)if(a[i]!=b[i])return a[i]<b[i]?-1:1;return n-m;}
static int cmpe(const void*a,const void*b){const ent*x=a,*y=b;return cmp(x->oid,x->n,y->oid,y->n);}
// first index with oid >= o ; exact flag
static size_t lb(const uint32_t*o,int n,int*exact,size_t hint){ *exact=0; if(hint<NE){int c=cmp(E[hint].oid,E[hint].n,o,n); if(c==0){*exact=1;return hint;} } size_t lo=0,hi=NE; while(lo<hi){size_t m=(lo+hi)/2;int c=cmp(E[m].oid,E[m].n,o,n); if(c==0){*exact=1;return m;} if(c<0)lo=m+1;else hi=m;} return lo; }
static void build(int rows,int cols,int nifs){
  uint32_t sys[9]={1,3,6,1,2,1,1,0,0}; const char*ss[]={"fast agent","","","admin","fastagent","here"};
  for(int i=1;i<=7;i++){sys[7]=i; if(i==2){uint8_t b[20];uint32_t o[]={1,3,6,1,4,1,99999};uint8_t ob[20];int l=enc_oid(ob,o,7);b[0]=6;b[1]=l;memcpy(b+2,ob,l);add(sys,9,b,l+2);} else if(i==3)add_int(sys,9,0x43,123456); else if(i==7)add_int(sys,9,2,72); else add_str(sys,9,ss[i-1]);}
  uint32_t in[9]={1,3,6,1,2,1,2,1,0}; if(nifs)add_int(in,9,2,nifs);
  for(int c=1;c<=22;c++)for(int r=1;r<=nifs;r++){uint32_t o[]={1,3,6,1,2,1,2,2,1,c,r};char s[64];
    if(c==2){sprintf(s,"eth%d",r);add_str(o,11,s);} else if(c==6){add_str(o,11,"\x02\x01\x01\x01\x01\x01");} else if(c==3||c==4||c==7||c==8||c==1)add_int(o,11,2,c==1?r:c==3?6:c==4?1500:1); else if(c==22){uint8_t b[]={6,1,0};add(o,11,b,3);} else if(c==5||c==21)add_int(o,11,0x42,c==5?1000000000:0); else if(c==9)add_int(o,11,0x43,1000); else add_int(o,11,0x41,(uint32_t)(r*1234567u+c)); }
  for(int c=1;c<=19;c++)for(int r=1;r<=nifs;r++){uint32_t o[]={1,3,6,1,2,1,31,1,1,1,c,r};char s[64];
    if(c==1){sprintf(s,"eth%d",r);add_str(o,12,s);} else if(c==18){sprintf(s,"uplink %d",r);add_str(o,12,s);} else if(c>=6&&c<=13)add_int(o,12,0x46,(uint64_t)r*123456789012ull+c); else if(c==15)add_int(o,12,0x42,1000); else if(c==14||c==16||c==17)add_int(o,12,2,1); else if(c==19)add_int(o,12,0x43,0); else add_int(o,12,0x41,r*77+c);}
  for(int c=1;c<=cols;c++)for(int r=1;r<=rows;r++){uint32_t o[]={1,3,6,1,4,1,99999,1,1,1,c,r};char s[64];
    switch(c%4){case 0:sprintf(s,"row-%d-col-%d",r,c);add_str(o,12,s);break;case 1:add_int(o,12,2,r);break;case 2:add_int(o,12,0x41,(uint32_t)(r*7919u));break;default:add_int(o,12,0x42,r%1000);}}
  qsort(E,NE,sizeof*E,cmpe);
}
static void p2k(const char*pw,uint8_t out[32]){ uint8_t buf[64]; size_t L=strlen(pw),pi=0; SHA256_CTX c;SHA256_Init(&c); for(int i=0;i<1048576/64;i++){for(int j=0;j<64;j++)buf[j]=pw[pi++%L];SHA256_Update(&c,buf,64);} SHA256_Final(out,&c);}
static void loc(const uint8_t ku[32],const uint8_t*eng,int el,uint8_t out[32]){SHA256_CTX c;SHA256_Init(&c);SHA256_Update(&c,ku,32);SHA256_Update(&c,eng,el);SHA256_Update(&c,ku,32);SHA256_Final(out,&c);}
static dev*getdev(uint32_t a){ uint32_t k=a&0xffffff; dev*d=__atomic_load_n(&devs[k],__ATOMIC_ACQUIRE); if(d)return d; pthread_mutex_lock(&dm); d=devs[k]; if(!d){d=calloc(1,sizeof*d); uint8_t h[]={0x80,0,0x1f,0x88,1,a>>24,a>>16,a>>8,a}; memcpy(d->eng,h,9); uint8_t t[32]; loc(kuA,h,9,d->ka); loc(kuP,h,9,t); memcpy(d->kp,t,16); __atomic_store_n(&devs[k],d,__ATOMIC_RELEASE);} pthread_mutex_unlock(&dm); return d; }
typedef struct { const uint8_t*p,*e; } rd;
static int tlv(rd*r,uint8_t*tag,rd*v){ if(r->e-r->p<2)return 0; *tag=*r->p++; int l=*r->p++; if(l&0x80){int n=l&0x7f;l=0;if(n>3||r->e-r->p<n)return 0;while(n--)l=l<<8|*r->p++;} if(l<0||r->e-r->p<l)return 0; v->p=r->p;v->e=r->p+l;r->p+=l;return 1; }
static int64_t rint_(rd*v){int64_t x=(v->p<v->e&&(*v->p&0x80))?-1:0;for(const uint8_t*p=v->p;p<v->e;p++)x=x<<8|*p;return x;}
static int doid(rd*v,uint32_t*o){int n=0;const uint8_t*p=v->p;if(p>=v->e)return 0;o[n++]=*p/40;o[n++]=*p%40;p++;while(p<v->e&&n<128){uint32_t x=0;do{x=x<<7|(*p&0x7f);}while(p<v->e&&(*p++&0x80));o[n++]=x;}return n;}
#define OFF 600
#define BUFSZ 65536
typedef struct { uint8_t out[BUFSZ]; uint8_t dec[BUFSZ]; EVP_CIPHER_CTX*ec; HMAC_CTX*hc; uint64_t salt; size_t hint; unsigned long cnt; } ctx;
static inline int pre_tlv(uint8_t*b,int pos,uint8_t tag,int len){uint8_t t[4];int l=enc_len(t,len);pos-=l;memcpy(b+pos,t,l);b[--pos]=tag;return pos;}
static inline int pre_int(uint8_t*b,int pos,int64_t v){int m=0;do{b[--pos]=v;m++;int neg=b[pos]&0x80;v>>=8;if((v==0&&!neg)||(v==-1&&neg))break;}while(1);b[--pos]=m;b[--pos]=2;return pos;}
static inline int pre_oct(uint8_t*b,int pos,const uint8_t*d,int l){pos-=l;memcpy(b+pos,d,l);return pre_tlv(b,pos,4,l);}
// handle a PDU; writes response PDU into x->out ; returns start, sets *end
static int pdu(ctx*x,uint8_t tag,rd body,int ver,int maxsz,int*end,int64_t*reqid){
  uint8_t t;rd v,vl; if(!tlv(&body,&t,&v))return -1; int64_t rid=rint_(&v);*reqid=rid; if(!tlv(&body,&t,&v))return -1;int nr=rint_(&v); if(!tlv(&body,&t,&v))return -1;int mr=rint_(&v); if(!tlv(&body,&t,&vl)||t!=0x30)return -1;
  int w=OFF,es=0,ei=0; int lim=OFF+maxsz-200; uint8_t*o=x->out; rd sv=vl; int idx=0; static __thread uint32_t oid[130]; 
  static __thread struct {size_t i; int eo; uint8_t oe[300]; int ol;} rep[64]; int nrep=0;
  while(vl.p<vl.e){ rd vb,ov; if(!tlv(&vl,&t,&vb))return -1; if(!tlv(&vb,&t,&ov)||t!=6)return -1; idx++; int n=doid(&ov,oid); int ex; size_t i=lb(oid,n,&ex,x->hint);
    int ol=ov.e-ov.p; 
    if(tag==0xA0){ if(ex){memcpy(o+w,E[i].vb,E[i].vblen);w+=E[i].vblen;x->hint=i+1;} else { if(ver==0){es=2;ei=idx;break;} int s=w; uint8_t tmp[300];int k=0;tmp[k++]=6;k+=enc_len(tmp+k,ol);memcpy(tmp+k,ov.p,ol);k+=ol;tmp[k++]=0x80;tmp[k++]=0;o[s++]=0x30;s+=enc_len(o+s,k);memcpy(o+s,tmp,k);w=s+k;} }
    else { if(ex)i++; 
      if(tag==0xA5 && idx>nr){ if(nrep<64&&ol<300){rep[nrep].i=i;rep[nrep].eo=0;memcpy(rep[nrep].oe,ov.p,ol);rep[nrep].ol=ol;nrep++;} }
      else if(i<NE){memcpy(o+w,E[i].vb,E[i].vblen);w+=E[i].vblen;x->hint=i;} else if(ver==0){es=2;ei=idx;break;} else {uint8_t tmp[300];int k=0;tmp[k++]=6;k+=enc_len(tmp+k,ol);memcpy(tmp+k,ov.p,ol);k+=ol;tmp[k++]=0x82;tmp[k++]=0;o[w++]=0x30;w+=enc_len(o+w,k);memcpy(o+w,tmp,k);w+=k;} } }
  if(nrep){ for(int r=0;r<mr;r++){ int alleo=1; for(int k=0;k<nrep;k++){ size_t i=rep[k].i; if(i<NE){ if(w+E[i].vblen>lim)goto full; memcpy(o+w,E[i].vb,E[i].vblen);w+=E[i].vblen;rep[k].i++;alleo=0;x->hint=i;} else { ent*L=&E[NE-1]; uint8_t ob[256];int ol=enc_oid(ob,L->oid,L->n); const uint8_t*op=ob; if(r==0){op=rep[k].oe;ol=rep[k].ol;} int kk=0;uint8_t tmp[310];tmp[kk++]=6;kk+=enc_len(tmp+kk,ol);memcpy(tmp+kk,op,ol);kk+=ol;tmp[kk++]=0x82;tmp[kk++]=0; if(w+kk+4>lim)goto full; o[w++]=0x30;w+=enc_len(o+w,kk);memcpy(o+w,tmp,kk);w+=kk;} } if(alleo)break; } }
  full:
  if(es){ // v1 error: echo varbinds
    w=OFF; memcpy(o+w,sv.p,sv.e-sv.p); w+=sv.e-sv.p; }
  *end=w; int pos=pre_tlv(o,OFF,0x30,w-OFF); pos=pre_int(o,pos,ei);pos=pre_int(o,pos,es);pos=pre_int(o,pos,rid);pos=pre_tlv(o,pos,0xA2,w-pos); return pos; }
static int report(ctx*x,uint32_t which,int64_t rid,int*end){ uint8_t*o=x->out; uint32_t oid[]={1,3,6,1,6,3,15,1,1,which,0}; uint8_t ob[32];int ol=enc_oid(ob,oid,11); int w=OFF; o[w++]=0x30;o[w++]=ol+2+3;o[w++]=6;o[w++]=ol;memcpy(o+w,ob,ol);w+=ol;o[w++]=0x41;o[w++]=1;o[w++]=1;*end=w;int pos=pre_tlv(o,OFF,0x30,w-OFF);pos=pre_int(o,pos,0);pos=pre_int(o,pos,0);pos=pre_int(o,pos,rid);return pre_tlv(o,pos,0xA8,w-pos);}
static int v3out(ctx*x,dev*d,int pos,int end,int64_t msgid,int flags,const uint8_t*user,int ul){ // wrap PDU at out[pos,end)
  uint8_t*o=x->out; pos=pre_tlv(o,pos,4,0); pos=pre_oct(o,pos,d->eng,9); pos=pre_tlv(o,pos,0x30,end-pos);
  uint32_t now=time(0)-T0,boots=1; uint8_t salt[8]; int pl=0;
  if(flags&2){ uint64_t s=++x->salt; for(int i=0;i<8;i++)salt[i]=s>>(56-8*i); pl=8; uint8_t iv[16]={boots>>24,boots>>16,boots>>8,boots,now>>24,now>>16,now>>8,now}; memcpy(iv+8,salt,8); int ol; EVP_EncryptInit_ex(x->ec,EVP_aes_128_cfb128(),0,d->kp,iv); EVP_EncryptUpdate(x->ec,o+pos,&ol,o+pos,end-pos); pos=pre_tlv(o,pos,4,end-pos); }
  int spend=pos; pos=pre_oct(o,pos,salt,pl); int authpos=-1; if(flags&1){static const uint8_t z[24];pos=pre_oct(o,pos,z,24);authpos=pos+2;} else pos=pre_tlv(o,pos,4,0);
  pos=pre_oct(o,pos,user,ul); pos=pre_int(o,pos,now);pos=pre_int(o,pos,boots);pos=pre_oct(o,pos,d->eng,9);pos=pre_tlv(o,pos,0x30,spend-pos);pos=pre_tlv(o,pos,4,spend-pos);
  int he=pos; pos=pre_int(o,pos,3); uint8_t f=flags&3; pos=pre_oct(o,pos,&f,1); pos=pre_int(o,pos,65000); pos=pre_int(o,pos,msgid); pos=pre_tlv(o,pos,0x30,he-pos); pos=pre_int(o,pos,3); pos=pre_tlv(o,pos,0x30,end-pos);
  if(authpos>=0){ uint8_t mac[64];unsigned ml; HMAC_Init_ex(x->hc,d->ka,32,EVP_sha256(),0);HMAC_Update(x->hc,o+pos,end-pos);HMAC_Final(x->hc,mac,&ml);memcpy(o+authpos,mac,24);}
  return pos; }
static int handle(ctx*x,uint8_t*in,int len,uint32_t dst,uint8_t**outp){
  rd r={in,in+len},m,v; uint8_t t; if(!tlv(&r,&t,&m)||t!=0x30)return 0; if(!tlv(&m,&t,&v))return 0; int ver=rint_(&v); int end,pos; int64_t rid;
  if(ver==0||ver==1){ rd com,p; if(!tlv(&m,&t,&com))return 0; uint8_t pt; if(!tlv(&m,&pt,&p))return 0; pos=pdu(x,pt,p,ver,ver?60000:60000,&end,&rid); if(pos<0)return 0; pos=pre_oct(x->out,pos,com.p,com.e-com.p); pos=pre_int(x->out,pos,ver); pos=pre_tlv(x->out,pos,0x30,end-pos); *outp=x->out+pos; return end-pos; }
  if(ver!=3)return 0; rd h,sp,s,eng,bo,ti,us,au,pr; if(!tlv(&m,&t,&h)||!tlv(&m,&t,&sp))return 0; if(!tlv(&h,&t,&v))return 0;int64_t mid=rint_(&v); if(!tlv(&h,&t,&v))return 0;int mms=rint_(&v); if(!tlv(&h,&t,&v))return 0;int fl=*v.p; if(!tlv(&sp,&t,&s))return 0; if(!tlv(&s,&t,&eng)||!tlv(&s,&t,&bo)||!tlv(&s,&t,&ti)||!tlv(&s,&t,&us)||!tlv(&s,&t,&au)||!tlv(&s,&t,&pr))return 0;
  dev*d=getdev(dst); uint32_t now=time(0)-T0; rd sc; uint8_t st; if(!tlv(&m,&st,&sc))return 0; 
  if(eng.e-eng.p!=9||memcmp(eng.p,d->eng,9)){ rid=0; if(st==0x30){rd a,b,c;if(tlv(&sc,&t,&a)&&tlv(&sc,&t,&b)&&tlv(&sc,&t,&c)&&tlv(&c,&t,&v))rid=rint_(&v);} pos=report(x,4,rid,&end); pos=v3out(x,d,pos,end,mid,0,us.p,us.e-us.p); goto wrap; }
  if(fl&1){ if(au.e-au.p!=24)return 0; uint8_t got[24]; memcpy(got,au.p,24); memset((uint8_t*)au.p,0,24); uint8_t mac[64];unsigned ml; HMAC_Init_ex(x->hc,d->ka,32,EVP_sha256(),0);HMAC_Update(x->hc,in,len);HMAC_Final(x->hc,mac,&ml); if(memcmp(mac,got,24)){ pos=report(x,5,0,&end); pos=v3out(x,d,pos,end,mid,0,us.p,us.e-us.p); goto wrap; }
    int64_t b=rint_(&bo),tm=rint_(&ti); if(b!=1||llabs(tm-(int64_t)now)>150){ pos=report(x,2,0,&end); pos=v3out(x,d,pos,end,mid,1,us.p,us.e-us.p); goto wrap; } }
  if(fl&2){ uint8_t iv[16]; uint32_t b=rint_(&bo),tm=rint_(&ti); uint8_t q[]={b>>24,b>>16,b>>8,b,tm>>24,tm>>16,tm>>8,tm}; memcpy(iv,q,8); if(pr.e-pr.p!=8)return 0; memcpy(iv+8,pr.p,8); int ol; EVP_DecryptInit_ex(x->ec,EVP_aes_128_cfb128(),0,d->kp,iv); EVP_DecryptUpdate(x->ec,x->dec,&ol,sc.p,sc.e-sc.p); rd q2={x->dec,x->dec+ol}; if(!tlv(&q2,&t,&sc)||t!=0x30)return 0; }
  { rd a,b,c; uint8_t pt; if(!tlv(&sc,&t,&a)||!tlv(&sc,&t,&b)||!tlv(&sc,&pt,&c))return 0; int mx=mms<60000?mms:60000; pos=pdu(x,pt,c,1,mx,&end,&rid); if(pos<0)return 0; pos=v3out(x,d,pos,end,mid,fl&3,us.p,us.e-us.p); }
  wrap: *outp=x->out+pos; return end-pos; }
#define B 64
static int PORT,THREADS=1;
static void*loop(void*a){ int s=socket(AF_INET,SOCK_DGRAM,0),one=1; setsockopt(s,SOL_SOCKET,SO_REUSEPORT,&one,4); if(setsockopt(s,SOL_SOCKET,SO_BINDTODEVICE,"lo",3)){perror("bindtodevice");exit(1);} setsockopt(s,IPPROTO_IP,IP_PKTINFO,&one,4); int sz=8<<20; setsockopt(s,SOL_SOCKET,SO_RCVBUFFORCE,&sz,4); setsockopt(s,SOL_SOCKET,SO_SNDBUFFORCE,&sz,4);
  struct sockaddr_in sa={.sin_family=AF_INET,.sin_port=htons(PORT)}; if(bind(s,(void*)&sa,sizeof sa)){perror("bind");exit(1);}
  ctx*x=calloc(1,sizeof*x); x->ec=EVP_CIPHER_CTX_new(); x->hc=HMAC_CTX_new(); x->salt=time(0);
  static __thread uint8_t in[B][4096]; static __thread uint8_t (*ob)[BUFSZ]; ob=malloc((size_t)B*BUFSZ); struct mmsghdr mi[B],mo[B]; struct iovec vi[B],vo[B]; struct sockaddr_in pa[B]; char cb[B][64],co[B][64];
  for(;;){ for(int i=0;i<B;i++){vi[i]=(struct iovec){in[i],4096};mi[i].msg_hdr=(struct msghdr){.msg_name=&pa[i],.msg_namelen=sizeof pa[i],.msg_iov=&vi[i],.msg_iovlen=1,.msg_control=cb[i],.msg_controllen=64};}
    int n=recvmmsg(s,mi,B,MSG_WAITFORONE,0); if(n<=0)continue; int k=0; 
    for(int i=0;i<n;i++){ uint32_t dst=0; struct in_pktinfo*pi=0; for(struct cmsghdr*c=CMSG_FIRSTHDR(&mi[i].msg_hdr);c;c=CMSG_NXTHDR(&mi[i].msg_hdr,c))if(c->cmsg_level==IPPROTO_IP&&c->cmsg_type==IP_PKTINFO){pi=(void*)CMSG_DATA(c);dst=ntohl(pi->ipi_addr.s_addr);} 
      if((dst>>16)==((127<<8)|9))continue; uint8_t*o; int l=handle(x,in[i],mi[i].msg_len,dst,&o); if(l<=0)continue; x->cnt++; memcpy(ob[k],o,l); vo[k]=(struct iovec){ob[k],l}; mo[k].msg_hdr=(struct msghdr){.msg_name=&pa[i],.msg_namelen=sizeof pa[i],.msg_iov=&vo[k],.msg_iovlen=1,.msg_control=co[k],.msg_controllen=CMSG_SPACE(sizeof(struct in_pktinfo))}; struct cmsghdr*c=CMSG_FIRSTHDR(&mo[k].msg_hdr); c->cmsg_level=IPPROTO_IP;c->cmsg_type=IP_PKTINFO;c->cmsg_len=CMSG_LEN(sizeof(struct in_pktinfo)); struct in_pktinfo q={.ipi_spec_dst.s_addr=htonl(dst)}; memcpy(CMSG_DATA(c),&q,sizeof q); k++; }
    int done=0; while(done<k){int r=sendmmsg(s,mo+done,k-done,0); if(r<=0)break; done+=r;} } return 0; }
int main(int c,char**v){ PORT=atoi(v[1]); int rows=atoi(v[2]),cols=atoi(v[3]),nifs=atoi(v[4]); if(c>5)THREADS=atoi(v[5]); T0=time(0)-1000; build(rows,cols,nifs); devs=calloc(1<<24,sizeof*devs); p2k("bench_auth_pass",kuA);p2k("bench_priv_pass",kuP); fprintf(stderr,"entries %zu\n",NE); pthread_t t; for(int i=1;i<THREADS;i++)pthread_create(&t,0,loop,0); loop(0); }
